package crosscheck.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Reads typed values within a range. A value that is wrong is reported, and its default is read instead. */
final class Values {
    private final Config given;
    private final Config defaults;
    private final String prefix;
    private final Problems problems;

    Values(Config given, Config defaults, String prefix, Problems problems) {
        this.given = given;
        this.defaults = defaults;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** The values of a block. */
    Values in(String block) {
        return new Values(given.getConfig(block), defaults.getConfig(block), prefix + block + ".", problems);
    }

    /** The keys that there are. */
    Set<String> keys() {
        return defaults.root().keySet();
    }

    String text(String key) {
        return read(key, Config::getString, value -> true, "must be a text");
    }

    boolean flag(String key) {
        return read(key, Config::getBoolean, value -> true, "must be true or false");
    }

    long wholeNumber(String key) {
        return read(key, Config::getLong, value -> true, "must be a whole number");
    }

    int count(String key, int min, int max) {
        return read(
                key,
                Config::getInt,
                value -> value >= min && value <= max,
                max == Integer.MAX_VALUE
                        ? "must be a whole number, " + min + " or more"
                        : "must be a whole number from " + min + " to " + max);
    }

    int count(String key, int min) {
        return count(key, min, Integer.MAX_VALUE);
    }

    double positive(String key) {
        return atLeast(key, Double.MIN_VALUE, "must be a number above 0");
    }

    double notNegative(String key) {
        return atLeast(key, 0, "must be a number, 0 or more");
    }

    double atLeastOne(String key) {
        return atLeast(key, 1, "must be a number, 1 or more");
    }

    private double atLeast(String key, double min, String must) {
        return read(key, Config::getDouble, value -> value >= min && Double.isFinite(value), must);
    }

    double share(String key) {
        return read(key, Config::getDouble, value -> value >= 0 && value <= 1, "must be a share, from 0 to 1");
    }

    double confidence(String key) {
        return read(key, Config::getDouble, value -> value >= 0.5 && value < 1, "must be at least 0.5 and below 1");
    }

    Duration duration(String key, Duration min) {
        String must =
                "must be a duration such as 10s or 500ms" + (min.isZero() ? "" : ", " + min.toMillis() + "ms or more");
        return read(key, Config::getDuration, value -> value.compareTo(min) >= 0, must);
    }

    Duration duration(String key, Duration min, Duration max) {
        String must = "must be a duration from " + min.toMillis() + "ms to " + max.toMillis() + "ms";
        return read(key, Config::getDuration, value -> value.compareTo(min) >= 0 && value.compareTo(max) <= 0, must);
    }

    double millis(String key) {
        return duration(key, Duration.ZERO).toNanos() / 1e6;
    }

    List<String> words(String key) {
        return List.copyOf(read(key, Config::getStringList, value -> true, "must be a list of words"));
    }

    String oneOf(String key, Collection<String> known) {
        return read(key, Config::getString, known::contains, "must be one of " + String.join(", ", known));
    }

    Optional<String> oneOfOrNone(String key, Collection<String> known) {
        String value = read(
                key,
                Config::getString,
                word -> word.isEmpty() || known.contains(word),
                "must be one of " + String.join(", ", known) + ", or empty");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** A list whose every word is known; those that are not are named with the nearest known one. */
    List<String> someOf(String key, Collection<String> known, Predicate<String> isKnown) {
        List<String> words = words(key);
        List<String> unknown = words.stream().filter(isKnown.negate()).toList();
        if (unknown.isEmpty()) {
            return words;
        }
        String nearest = Nearest.to(unknown.get(0), known, unknown.get(0).length())
                .map(name -> "; the nearest known one is " + name)
                .orElse("");
        wrong(key, String.join(", ", unknown) + " is not known" + nearest + "; known: " + String.join(", ", known));
        return List.of();
    }

    /** A URL with host and one of the schemes, or nothing where the value is empty. A slash at its end is dropped. */
    Optional<SecretUrl> url(String key, Set<String> schemes, String example) {
        String text = read(
                key,
                Config::getString,
                value -> value.isEmpty() || isUrl(value, schemes),
                "must be a URL such as " + example);
        return text.isEmpty() ? Optional.empty() : Optional.of(new SecretUrl(URI.create(text.replaceAll("/+$", ""))));
    }

    private static boolean isUrl(String text, Set<String> schemes) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null
                    && schemes.contains(uri.getScheme())
                    && uri.getRawAuthority() != null
                    && uri.getPort() <= 65535
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Reports that the value of a key cannot be, and why. */
    void wrong(String key, String why) {
        var value = given.root().get(key);
        String shown = value.unwrapped() instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value.unwrapped());
        problems.add(prefix + key, prefix + key + " = " + shown + " (" + Problems.where(value.origin()) + "): " + why);
    }

    private <T> T read(String key, BiFunction<Config, String, T> getter, Predicate<T> allowed, String must) {
        try {
            T value = getter.apply(given, key);
            if (allowed.test(value)) {
                return value;
            }
        } catch (ConfigException e) {
            // Not of this type, or null: said below in the user's words.
        }
        wrong(key, must);
        return getter.apply(defaults, key);
    }
}

package crosscheck.configuration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The passwords of this run's URLs, to be taken out of what others write: a service may repeat its database URL in an answer
 * or a log. One that is short or the user's name is taken out only where it follows that name, as in a URL: alone it is a word
 * like any other.
 */
public final class Secrets {
    private static final String HIDDEN = "***";
    private static final int TELLING = 6;

    private final List<String> words;

    private Secrets(Collection<String> words) {
        this.words = words.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** @param values URLs with or without credentials; what is no URL is passed over */
    public static Secrets of(Collection<String> values) {
        TreeSet<String> words = new TreeSet<>();
        values.forEach(value -> {
            int scheme = value.indexOf("://");
            int at = value.lastIndexOf('@');
            if (scheme < 0 || at < scheme) {
                return;
            }
            String[] credentials = value.substring(scheme + "://".length(), at).split(":", 2);
            if (credentials.length < 2 || credentials[1].isEmpty()) {
                return;
            }
            for (String password : List.of(credentials[1], decoded(credentials[1]))) {
                boolean telling = password.length() >= TELLING && !password.equals(credentials[0]);
                words.add(telling ? password : credentials[0] + ":" + password);
            }
        });
        return new Secrets(words);
    }

    /** Those of the URLs. */
    public static Secrets ofUrls(Collection<SecretUrl> urls) {
        return of(urls.stream().map(SecretUrl::reveal).map(URI::toString).toList());
    }

    /** The text without them. */
    public String hide(String text) {
        String hidden = text;
        for (String word : words) {
            hidden = hidden.replace(word, HIDDEN);
        }
        return hidden;
    }

    /** The bytes without them, whatever else they are; the same array where there is none. */
    public byte[] hide(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        String hidden = text;
        for (String word : words) {
            hidden = hidden.replace(new String(word.getBytes(UTF_8), ISO_8859_1), HIDDEN);
        }
        return hidden.equals(text) ? bytes : hidden.getBytes(ISO_8859_1);
    }

    private static String decoded(String password) {
        try {
            return URLDecoder.decode(password.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return password;
        }
    }
}

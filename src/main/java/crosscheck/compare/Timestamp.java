package crosscheck.compare;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as the contract writes it: RFC 3339, UTC, {@code Z}, at most six fraction digits.
 *
 * @param unit of its last digit; truncated or rounded, the time that was meant is less than this away
 */
record Timestamp(Instant value, Duration unit) {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.(\\d{1,6}))?Z");

    static Optional<Timestamp> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int digits = matcher.group(1) == null ? 0 : matcher.group(1).length();
        try {
            return Optional.of(new Timestamp(Instant.parse(text), Duration.ofNanos((long) Math.pow(10, 9 - digits))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package crosscheck.workflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A valid {@code traceparent} (W3C Trace Context, 3.2).
 *
 * @param trace 32 hexadecimal digits
 * @param parent 16 hexadecimal digits
 */
record TraceParent(String trace, String parent) {
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

    /** Empty where the value is not valid, and a new trace has to begin. */
    static Optional<TraceParent> parse(String value) {
        Matcher matcher = FORM.matcher(value);
        boolean valid = matcher.matches() && !(value.startsWith("00-") && matcher.group(3) != null);
        return valid ? Optional.of(new TraceParent(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}

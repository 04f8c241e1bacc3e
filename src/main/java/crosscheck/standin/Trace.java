package crosscheck.standin;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a request belongs to (W3C Trace Context).
 *
 * @param id 32 hexadecimal digits
 * @param flags two hexadecimal digits
 */
record Trace(String id, String flags) {
    private static final Pattern FORM = Pattern.compile(
            "(?!ff)(?<version>[0-9a-f]{2})-(?!0{32})(?<id>[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-(?<flags>[0-9a-f]{2})(?<more>-.*)?");

    /** The trace that the values of the header {@code traceparent} name, or a new one where they name none. */
    static Trace continued(List<String> traceparents) {
        if (traceparents.size() == 1) {
            Matcher matcher = FORM.matcher(traceparents.get(0).strip());
            if (matcher.matches()
                    && (matcher.group("more") == null
                            || !matcher.group("version").equals("00"))) {
                return new Trace(matcher.group("id"), matcher.group("flags"));
            }
        }
        return new Trace(randomHex() + randomHex(), "01");
    }

    /** A traceparent of this trace with a parent id of its own. */
    String next() {
        return "00-" + id + "-" + randomHex() + "-" + flags;
    }

    private static String randomHex() {
        long bits = ThreadLocalRandom.current().nextLong();
        return HexFormat.of().toHexDigits(bits == 0 ? 1 : bits);
    }
}

package crosscheck.functional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** W3C trace context of a request: a trace of its own, the same in every run with this seed. */
final class TraceParent {
    static final String HEADER = "traceparent";

    private TraceParent() {}

    static String of(long seed, Turn turn, String step) {
        String text = String.join(
                "\n", Long.toString(seed), turn.check().id(), turn.cast().name(), step);
        byte[] hash = sha256(text);
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(hash, 0, 16) + "-" + hex.formatHex(hash, 16, 24) + "-01";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package crosscheck.compare;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a finding is, whichever run finds it: nothing in it changes from run to run.
 *
 * @param suite the gate family, for example {@code api.parity}
 * @param operation the contract's operation, or empty
 * @param kind the difference's kind
 * @param place {@link Difference#place()}
 * @param side {@code python} or {@code rust} where that one alone breaks a promise, else empty
 */
public record FindingId(String suite, String operation, String kind, String place, String side) {
    private static final int BYTES = 6;

    public static FindingId of(String suite, String operation, Difference difference) {
        return new FindingId(suite, operation, difference.kind().id(), difference.place(), "");
    }

    /** The same whichever side it is of, as it is known before all of a run has been seen. */
    public FindingId ofNoSide() {
        return new FindingId(suite, operation, kind, place, "");
    }

    /** Twelve hexadecimal digits. */
    public String fingerprint() {
        try {
            String text = String.join("\n", suite, operation, kind, place, side);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** One line, for example {@code api.parity/list-runs/order/items}. */
    @Override
    public String toString() {
        String relative = String.join("/", suite, operation, kind, place);
        return side.isEmpty() ? relative : relative + "/" + side;
    }
}

package crosscheck.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that a worker uploads. */
record Artifact(String name, byte[] content, String sha256) {

    /** A build log of this run, unlike that of any other. */
    static Artifact buildLog(String run) {
        byte[] content = ("building " + run + "\n").repeat(20).getBytes(StandardCharsets.UTF_8);
        return new Artifact("build.log", content, sha256(content));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

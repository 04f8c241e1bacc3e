package crosscheck;

import java.util.Locale;

/**
 * Why a run could not give a verdict. The message is written for the person at the console: what was wrong, where (key
 * and value, file, URL, process with the tail of its log) and what to do. It never carries a secret.
 */
public final class RunError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What has to be put right; printed as {@code crosscheck: error/<cause>}. */
    public enum Cause {
        CONFIGURATION(3),
        ENVIRONMENT(4),
        TARGET(5),
        HARNESS(6);

        private final int exitCode;

        Cause(int exitCode) {
            this.exitCode = exitCode;
        }

        /** The exit code of crosscheck's own JVM; a failed gate is Gatling's 2. */
        public int exitCode() {
            return exitCode;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Cause reason;

    public RunError(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    public RunError(Cause reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public static RunError configuration(String message) {
        return new RunError(Cause.CONFIGURATION, message);
    }

    public static RunError environment(String message) {
        return new RunError(Cause.ENVIRONMENT, message);
    }

    public static RunError target(String message) {
        return new RunError(Cause.TARGET, message);
    }

    public Cause reason() {
        return reason;
    }
}

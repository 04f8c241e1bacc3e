package crosscheck.contract;

import java.util.Locale;

/** The services of the platform; one process may serve all of them. */
public enum Service {
    RUNNER,
    SITE,
    WORKER,
    PUBLISHER;

    /** The name used in configuration and outputs: {@code runner}, {@code site}, {@code worker}, {@code publisher}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}

package crosscheck.contract;

import java.util.Locale;

/** The two sides of a comparison: the legacy implementation and its port, whatever language each is really written in. */
public enum Implementation {
    PYTHON,
    RUST;

    /** The name used in configuration, environment variables and every output: {@code python} or {@code rust}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** PostgreSQL's {@code application_name} of this side's connections, as the contract sets it. */
    public String applicationName() {
        return "crosscheck-" + id();
    }

    /** The side it is compared with. */
    public Implementation other() {
        return this == PYTHON ? RUST : PYTHON;
    }

    @Override
    public String toString() {
        return id();
    }
}

package crosscheck.configuration;

import java.util.Locale;

/** Which mixes of implementations play the steps of a workflow. */
public enum Mixes {
    /** The strategy's: the site is python's, everything else rust's. */
    STRATEGY,
    /** As few as have each two steps played by each pair of implementations. */
    PAIRWISE,
    /** Every one: 64 for the six steps. */
    ALL;

    /** The name used in configuration: {@code strategy}, {@code pairwise}, {@code all}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

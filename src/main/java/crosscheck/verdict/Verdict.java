package crosscheck.verdict;

import java.util.Locale;

/** What can be said of a gate, in ascending order of gravity after {@link #SKIPPED}. */
public enum Verdict {
    /** Not asked by the profile, or it cannot be asked here; the reason says which. */
    SKIPPED,
    PASS,
    /** Too little or unsound evidence. */
    INCONCLUSIVE,
    FAIL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package crosscheck.verdict;

import java.util.Locale;

/** What can be said of a gate or of a whole run, in ascending order of gravity after {@link #SKIPPED}. */
public enum Verdict {
    /** Not asked by the profile, or it cannot be asked here; the reason says which. */
    SKIPPED,
    PASS,
    /** Too little or unsound evidence. */
    INCONCLUSIVE,
    FAIL,
    /** The run could not judge. Of a result, never of a gate. */
    ERROR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

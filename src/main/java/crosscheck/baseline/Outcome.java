package crosscheck.baseline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a comparison came to. */
public enum Outcome {
    BETTER,
    /** No change that matters, and one would have been found. */
    SAME,
    WORSE,
    /** Too few runs, or too much noise, to say any of these. */
    INCONCLUSIVE;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

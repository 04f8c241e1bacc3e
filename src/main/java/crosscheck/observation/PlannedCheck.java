package crosscheck.observation;

import java.util.List;

/**
 * A functional check that this run could play, as far as what it left is judged by it; those that were not played have no
 * {@link CheckRun}.
 *
 * @param id the check's id
 * @param suite the gate that its differences count against
 * @param casts names of those who play it, the reference first
 * @param steps its requests in order
 * @param cuts servers that it takes out of reach: {@code database}, {@code redis}
 */
public record PlannedCheck(String id, String suite, List<String> casts, List<PlannedStep> steps, List<String> cuts) {

    /**
     * @param name unique within the check
     * @param operation the contract's; empty for a path or method that it does not have
     */
    public record PlannedStep(String name, String operation) {}

    /** The cast that the others are compared with. */
    public String reference() {
        return casts.get(0);
    }

    public boolean cuts(String server) {
        return cuts.contains(server);
    }
}

package crosscheck.observation;

import java.util.List;
import java.util.Map;

/**
 * One check as one cast played it, once it was quiet again.
 *
 * @param check the check's id
 * @param cast who played it
 * @param startMicros when its first step began; its messages were received from then on
 * @param endMicros when everything that it caused was in
 * @param ended empty, or why its last steps were not taken
 * @param changes rows that are not as in the snapshot, by table; empty where the check changed nothing
 */
public record CheckRun(
        String check,
        String cast,
        long startMicros,
        long endMicros,
        String ended,
        Map<String, List<RowChange>> changes) {

    /**
     * A row that is not as in the snapshot; {@code null} for the side on which there is none.
     *
     * @param before the row in the snapshot as a JSON object, column by column
     * @param after the row now
     */
    public record RowChange(String before, String after) {}
}

package crosscheck.observation;

import java.util.Map;

/**
 * The queue table around one phase, both taken at quiet moments.
 *
 * @param phase {@link Phase#index()}
 * @param pendingBefore items that could be assigned when load began, by bucket
 * @param rowsBefore all rows (pending, assigned, in progress) when load began
 * @param rowsAfter all rows after the phase had drained
 */
public record QueueCount(int phase, Map<String, Long> pendingBefore, long rowsBefore, long rowsAfter) {

    /** Items of all buckets that could be assigned when load began. */
    public long allPendingBefore() {
        return pendingBefore.values().stream().mapToLong(Long::longValue).sum();
    }
}

package crosscheck.observation;

import java.util.Map;

/**
 * The queue table around one phase, both taken at quiet moments.
 *
 * @param phase {@link Phase#index()}
 * @param pendingBefore items that could be assigned when load began, by bucket
 * @param pendingAfter those that could be assigned after the phase had drained, by bucket
 * @param rowsBefore all rows (pending, assigned, in progress) when load began
 * @param rowsAfter all rows after the phase had drained
 */
public record QueueCount(
        int phase, Map<String, Long> pendingBefore, Map<String, Long> pendingAfter, long rowsBefore, long rowsAfter) {

    /** Items of all buckets that could be assigned when load began. */
    public long allPendingBefore() {
        return all(pendingBefore);
    }

    /** How many items somebody took meanwhile. */
    public long taken() {
        return all(pendingBefore) - all(pendingAfter);
    }

    private static long all(Map<String, Long> byBucket) {
        return byBucket.values().stream().mapToLong(Long::longValue).sum();
    }
}

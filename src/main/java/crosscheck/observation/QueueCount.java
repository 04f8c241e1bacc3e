package crosscheck.observation;

/**
 * The queue table around one phase, both taken at quiet moments.
 *
 * @param phase {@link Phase#index()}
 * @param pendingBefore items that could be assigned when load began
 * @param rowsBefore all rows (pending, assigned, in progress) when load began
 * @param rowsAfter all rows after the phase had drained
 */
public record QueueCount(int phase, long pendingBefore, long rowsBefore, long rowsAfter) {}

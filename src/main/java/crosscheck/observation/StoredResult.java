package crosscheck.observation;

/**
 * What the database held of one submitted result after its phase had drained.
 *
 * @param phase {@link Phase#index()}
 * @param run the run id
 * @param state how much of it was there
 * @param detail which parts were missing or other than submitted; empty unless {@link State#PARTIAL}
 */
public record StoredResult(int phase, String run, State state, String detail) {
    public enum State {
        /** Run finished with the submitted values, branches stored, queue item gone. */
        WHOLE,
        /** No trace of the result: the run still runs, its queue item is there. */
        ABSENT,
        /** Some of it. */
        PARTIAL
    }
}

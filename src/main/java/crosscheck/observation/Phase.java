package crosscheck.observation;

import crosscheck.contract.Implementation;
import java.util.List;

/**
 * A stretch of a run in which one implementation was driven with one plan. Written when it has ended and drained.
 *
 * @param index its number, from 0, in the order in which the phases ran; other observations refer to it
 * @param implementation the side that was driven; {@code null} where it was none, see {@link Kind#GENERATOR}
 * @param kind what the stretch is for; {@link Kind#WARM_UP} is not judged
 * @param block the block's number on its side, from 0; blocks of the same number are paired
 * @param loads what was asked of the side, a scenario each
 * @param startMicros when load began, microseconds since the run's epoch
 * @param endMicros when the last answer (or deadline) was in
 */
public record Phase(
        int index,
        Implementation implementation,
        Kind kind,
        int block,
        List<Load> loads,
        long startMicros,
        long endMicros) {

    public enum Kind {
        /** Not judged: caches fill, compilers compile. */
        WARM_UP,
        /** Open arrivals. */
        LOAD,
        /** Closed, worker-shaped: each virtual worker waits for its answers. */
        JOURNEY,
        /** Open arrivals at a rate that the search for the generator's own limit chose, against a server that does nothing. */
        GENERATOR,
        /** Open arrivals at a rate that the search for a side's capacity chose. */
        CAPACITY,
        /** Open arrivals beyond capacity, then, without a pause, below it: the loads of a scenario follow each other. */
        OVERLOAD
    }

    /**
     * One scenario in a phase.
     *
     * @param scenario its name, as in gate ids: {@code queue-assignment}, {@code result-submission}, {@code worker-journey}
     * @param rate planned arrivals a second; 0 for a closed scenario, which has no target rate
     * @param seconds planned duration
     * @param users concurrent virtual users of a closed scenario, else 0
     */
    public record Load(String scenario, double rate, double seconds, int users) {}
}

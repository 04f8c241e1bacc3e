package crosscheck.observation;

import crosscheck.contract.Implementation;
import java.util.List;

/** A phase that has yet to run. Components as in {@link Phase}. */
public record PlannedPhase(
        int index, Implementation implementation, Phase.Kind kind, int block, List<Phase.Load> loads) {

    /** The phase as it went. */
    public Phase ran(long startMicros, long endMicros) {
        return new Phase(index, implementation, kind, block, loads, startMicros, endMicros);
    }

    /** Planned seconds of load. */
    public double seconds() {
        return loads.stream().mapToDouble(Phase.Load::seconds).max().orElse(0);
    }
}

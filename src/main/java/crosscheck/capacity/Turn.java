package crosscheck.capacity;

import crosscheck.contract.Implementation;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import java.util.List;

/**
 * A phase that is next.
 *
 * @param side who is driven; {@code null}: the server that does nothing
 */
public record Turn(Phase.Kind kind, Implementation side, List<Stretch> stretches) {

    static Turn of(Phase phase) {
        return new Turn(phase.kind(), phase.implementation(), Mix.stretches(phase.loads()));
    }

    /** The same as a phase of a run. */
    public PlannedPhase planned(int index, Mix mix) {
        return new PlannedPhase(index, side, kind, index, mix.loads(stretches));
    }
}

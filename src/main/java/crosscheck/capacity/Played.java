package crosscheck.capacity;

import crosscheck.contract.Implementation;
import crosscheck.observation.Phase;
import crosscheck.observation.RequestRecord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A phase that is over.
 *
 * @param steps its stretches in figures, in their order
 * @param recoverySeconds how long after an overload all was well again; {@code null} in other phases, and where it was not
 */
public record Played(Turn turn, List<Step> steps, Double recoverySeconds) {

    /** @param requests all that were sent in the phase, at least one */
    public static Played of(Phase phase, List<RequestRecord> requests, Limits limits) {
        return new PhaseHistory(phase.index(), Turn.of(phase), requests, limits).played();
    }

    /** The same with what the generator's host was busy with, see {@link Step}. */
    public Played on(Double hostBusy, Double generatorCores) {
        return new Played(
                turn,
                steps.stream().map(step -> step.on(hostBusy, generatorCores)).toList(),
                recoverySeconds);
    }

    /** For a reader: who was driven how fast, and whether that was held. */
    @Override
    public String toString() {
        String who = turn.side() == null ? "generator" : turn.side().toString();
        return steps.stream()
                .map(step -> String.format(
                        Locale.ROOT,
                        "%s %.0f/s: %s (p50 %.1f ms, p95 %.1f ms, %.1f successes/s)",
                        who,
                        step.rate(),
                        step.held() ? "held" : "not held, " + step.reason(),
                        step.p50(),
                        step.p95(),
                        step.achieved()))
                .collect(Collectors.joining("; then "));
    }

    boolean is(Phase.Kind kind, Implementation side) {
        return turn.kind() == kind && turn.side() == side;
    }

    /** Its only stretch, or the first. */
    public Step step() {
        return steps.get(0);
    }
}

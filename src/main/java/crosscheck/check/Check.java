package crosscheck.check;

import crosscheck.observation.PlannedCheck;
import crosscheck.observation.PlannedCheck.PlannedStep;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A chain of steps that begins at the snapshot and is run once for each {@link Cast}; the casts' outcomes are compared with
 * that of the first.
 *
 * @param id unique and stable across runs, for example {@code api/submit-result/201}: part of a finding's identity
 * @param suite the gate that its differences count against, for example {@code api.parity}
 * @param core whether it belongs to the pairwise core that the migration gate runs; suites of their own run all
 * @param casts who plays the steps, the reference first
 */
public record Check(String id, String suite, boolean core, List<Cast> casts, List<Step> steps) {

    public Check {
        Set<String> names = new HashSet<>();
        for (Step step : steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException(id + " has two steps " + step.name());
            }
        }
    }

    /** What the run folder keeps of it. */
    public PlannedCheck planned() {
        return new PlannedCheck(
                id,
                suite,
                casts.stream().map(Cast::name).toList(),
                steps.stream()
                        .filter(Step.Send.class::isInstance)
                        .map(Step.Send.class::cast)
                        .map(send -> new PlannedStep(send.name(), send.operation()))
                        .toList(),
                steps.stream()
                        .filter(Step.Cut.class::isInstance)
                        .map(step -> ((Step.Cut) step).server().name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
    }
}

package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.observation.ResourceSample;
import crosscheck.sampling.trend.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What each side held while it was driven. */
record ResourceUse(Evidence evidence) {

    /** PSS where every block of both sides has it, which counts shared pages once; else RSS. */
    Quantity memory() {
        boolean everywhere = evidence.phases().stream()
                .filter(phase -> phase.ran() != null)
                .noneMatch(phase -> values(Quantity.PSS, phase).isEmpty());
        return everywhere ? Quantity.PSS : Quantity.RSS;
    }

    List<Double> values(Quantity quantity, PhaseFigures phase) {
        return values(quantity, evidence.resources(phase));
    }

    static List<Double> values(Quantity quantity, List<ResourceSample> samples) {
        return samples.stream().map(quantity::of).filter(Objects::nonNull).toList();
    }

    List<Double> values(Quantity quantity, Implementation side) {
        return evidence.phases(side)
                .flatMap(phase -> values(quantity, phase).stream())
                .toList();
    }

    /** The values of a phase with their times. */
    List<Measurement> measurements(Quantity quantity, PhaseFigures phase) {
        return measurements(quantity, phase, 0);
    }

    /** All values of a side; the minutes between its phases, in which it is idle, do not count. */
    List<Measurement> whileDriven(Quantity quantity, Implementation side) {
        List<Measurement> measurements = new ArrayList<>();
        double idle = 0;
        double end = 0;
        for (PhaseFigures phase : evidence.phases(side).toList()) {
            if (phase.ran() != null) {
                idle += minutes(phase.ran().startMicros()) - end;
                end = minutes(phase.ran().endMicros());
                measurements.addAll(measurements(quantity, phase, idle));
            }
        }
        return measurements;
    }

    private List<Measurement> measurements(Quantity quantity, PhaseFigures phase, double idle) {
        return evidence.resources(phase).stream()
                .filter(sample -> quantity.of(sample) != null)
                .map(sample -> new Measurement(minutes(sample.atMicros()) - idle, quantity.of(sample)))
                .toList();
    }

    private static double minutes(long micros) {
        return micros / 60e6;
    }

    /** Why a quantity of a side cannot be judged, if so: nothing was sampled (inconclusive), or the machine does not tell. */
    Optional<Answer> absence(Quantity quantity, Implementation side) {
        if (!values(quantity, side).isEmpty()) {
            return Optional.empty();
        }
        boolean sampled = evidence.phases(side)
                .flatMap(phase -> evidence.resources(phase).stream())
                .anyMatch(sample -> !sample.isMissing());
        return Optional.of(
                sampled
                        ? Answer.skipped("the " + quantity.unit() + " of " + side + " cannot be read from this machine")
                        : Answer.inconclusive(null, 0, side + " was not sampled while it was driven"));
    }
}

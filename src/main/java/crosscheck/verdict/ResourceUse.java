package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.observation.ResourceSample;
import crosscheck.sampling.trend.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;

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

    private static List<Double> values(Quantity quantity, List<ResourceSample> samples) {
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
                .anyMatch(phase -> !evidence.resources(phase).isEmpty());
        return Optional.of(
                sampled
                        ? Answer.skipped("the " + quantity.unit() + " of " + side + " cannot be read from this machine")
                        : Answer.inconclusive(null, 0, side + " was not sampled while it was driven"));
    }

    List<ResourceSummary> summaries() {
        return evidence.implementations().stream().map(this::summary).toList();
    }

    private ResourceSummary summary(Implementation side) {
        Quantity memory = memory();
        List<ResourceSample> samples = evidence.phases(side)
                .flatMap(phase -> evidence.resources(phase).stream())
                .toList();
        List<Double> held = values(memory, samples);
        List<Double> connections = values(Quantity.CONNECTIONS, samples);
        List<RequestFigures> figures = evidence.phases(side)
                .flatMap(phase -> phase.scenarios().values().stream())
                .flatMap(operations -> operations.values().stream())
                .toList();
        return new ResourceSummary(
                side,
                samples.size(),
                held.isEmpty() ? null : memory.name(),
                mean(held),
                max(held),
                cpuCores(side),
                integer(max(values(Quantity.THREADS, samples))),
                whole(max(values(Quantity.DESCRIPTORS, samples))),
                mean(connections),
                integer(max(connections)),
                growth(side, ResourceSample::diskReadBytes, 1 << 20),
                growth(side, ResourceSample::diskWriteBytes, 1 << 20),
                figures.stream().mapToLong(RequestFigures::bytesIn).sum() / 1048576.0,
                figures.stream().mapToLong(RequestFigures::bytesOut).sum() / 1048576.0);
    }

    private Double cpuCores(Implementation side) {
        Double cpu = growth(side, ResourceSample::cpuSeconds, 1);
        Double micros = growth(side, sample -> sample.cpuSeconds() == null ? null : sample.atMicros(), 1);
        return cpu == null || micros == 0 ? null : cpu / (micros / 1e6);
    }

    /** By how much a cumulative value grew, summed over the phases; {@code null} where it was never sampled. */
    private Double growth(Implementation side, Function<ResourceSample, Number> value, double unit) {
        List<Double> growths = evidence.phases(side)
                .map(phase -> evidence.resources(phase).stream()
                        .map(value)
                        .filter(Objects::nonNull)
                        .map(Number::doubleValue)
                        .toList())
                .filter(values -> !values.isEmpty())
                .map(values -> values.get(values.size() - 1) - values.get(0))
                .toList();
        return growths.isEmpty()
                ? null
                : growths.stream().mapToDouble(Double::doubleValue).sum() / unit;
    }

    private static Double mean(List<Double> values) {
        return values.isEmpty() ? null : stream(values).average().orElseThrow();
    }

    private static Double max(List<Double> values) {
        return values.isEmpty() ? null : stream(values).max().orElseThrow();
    }

    private static DoubleStream stream(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    private static Integer integer(Double value) {
        return value == null ? null : value.intValue();
    }

    private static Long whole(Double value) {
        return value == null ? null : value.longValue();
    }
}

package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.observation.ResourceSample;
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
        return quantity.of(evidence.resources(phase));
    }

    List<Double> values(Quantity quantity, Implementation side) {
        return evidence.phases(side)
                .flatMap(phase -> values(quantity, phase).stream())
                .toList();
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
        List<Double> held = memory.of(samples);
        List<Double> connections = Quantity.CONNECTIONS.of(samples);
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
                integer(max(Quantity.THREADS.of(samples))),
                whole(max(Quantity.DESCRIPTORS.of(samples))),
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

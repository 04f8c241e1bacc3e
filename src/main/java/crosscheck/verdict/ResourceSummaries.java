package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.observation.ResourceSample;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Sums up what each side held, for those who read the result. */
record ResourceSummaries(Evidence evidence, ResourceUse use, Leaks leaks) {
    private static final double MIB = 1 << 20;

    List<ResourceSummary> all() {
        return evidence.implementations().stream().map(this::of).toList();
    }

    ResourceSummary of(Implementation side) {
        Quantity memory = use.memory();
        List<ResourceSample> samples = evidence.phases(side)
                .flatMap(phase -> evidence.resources(phase).stream())
                .toList();
        List<Double> held = ResourceUse.values(memory, samples);
        List<Double> connections = ResourceUse.values(Quantity.CONNECTIONS, samples);
        List<RequestFigures> figures = evidence.phases(side)
                .flatMap(phase -> phase.scenarios().values().stream())
                .flatMap(operations -> operations.values().stream())
                .toList();
        Efficiency efficiency = new Efficiency(evidence, use);
        return new ResourceSummary(
                side,
                samples.size(),
                held.isEmpty() ? null : memory.name(),
                mean(held),
                max(held),
                cpuCores(side),
                integer(max(ResourceUse.values(Quantity.THREADS, samples))),
                whole(max(ResourceUse.values(Quantity.DESCRIPTORS, samples))),
                mean(connections),
                integer(max(connections)),
                growth(side, ResourceSample::diskReadBytes, MIB),
                growth(side, ResourceSample::diskWriteBytes, MIB),
                figures.stream().mapToLong(RequestFigures::bytesIn).sum() / MIB,
                figures.stream().mapToLong(RequestFigures::bytesOut).sum() / MIB,
                efficiency.cpuSeconds(side).orElse(null),
                efficiency.memoryMibMinutes(side).orElse(null),
                leaks.of(side));
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
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    private static Long whole(Double value) {
        return value == null ? null : Long.valueOf(value.longValue());
    }
}

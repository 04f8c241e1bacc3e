package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.observation.ResourceSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What a thousand requests cost each side, over its blocks. */
record Efficiency(Evidence evidence, ResourceUse use) {
    private static final double THOUSAND = 1_000;

    /** What was used up in one block, and for how many requests. */
    private record Block(double used, long requests) {
        Block plus(Block other) {
            return new Block(used + other.used, requests + other.requests);
        }

        double perThousand() {
            return THOUSAND * used / requests;
        }
    }

    /** CPU seconds of the process tree. */
    Optional<PerThousand> cpuSeconds(Implementation side) {
        return perThousand(side, phase -> cores(phase) * seconds(phase));
    }

    /** Memory times the time that it was held, MiB minutes. */
    Optional<PerThousand> memoryMibMinutes(Implementation side) {
        return perThousand(side, phase -> held(phase) * seconds(phase) / 60);
    }

    /** @param used in a phase; NaN where it was not sampled */
    private Optional<PerThousand> perThousand(Implementation side, ToDoubleFunction<PhaseFigures> used) {
        Map<Integer, Block> blocks = new TreeMap<>();
        evidence.phases(side)
                .filter(phase -> phase.ran() != null)
                .forEach(phase -> blocks.merge(
                        phase.planned().block(), new Block(used.applyAsDouble(phase), requests(phase)), Block::plus));
        List<Block> measured = new ArrayList<>(blocks.values());
        measured.removeIf(block -> Double.isNaN(block.used()) || block.requests() == 0);
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        double value = measured.stream().reduce(Block::plus).orElseThrow().perThousand();
        double half = PairedDifference.of(
                        measured.stream().map(Block::perThousand).toList())
                .halfWidth(evidence.thresholds().confidence());
        boolean known = Double.isFinite(half);
        return Optional.of(new PerThousand(
                value, known ? Math.max(0, value - half) : null, known ? value + half : null, measured.size()));
    }

    private double cores(PhaseFigures phase) {
        List<ResourceSample> samples = evidence.resources(phase).stream()
                .filter(sample -> sample.cpuSeconds() != null)
                .toList();
        if (samples.size() < 2) {
            return Double.NaN;
        }
        ResourceSample first = samples.get(0);
        ResourceSample last = samples.get(samples.size() - 1);
        return (last.cpuSeconds() - first.cpuSeconds()) / ((last.atMicros() - first.atMicros()) / 1e6);
    }

    private double held(PhaseFigures phase) {
        OptionalDouble mean = use.values(use.memory(), phase).stream()
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.orElse(Double.NaN);
    }

    private static double seconds(PhaseFigures phase) {
        return (phase.ran().endMicros() - phase.ran().startMicros()) / 1e6;
    }

    private static long requests(PhaseFigures phase) {
        return phase.scenarios().values().stream()
                .flatMap(operations -> operations.values().stream())
                .mapToLong(RequestFigures::requests)
                .sum();
    }
}

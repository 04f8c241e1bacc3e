package crosscheck.report;

import crosscheck.verdict.Latency;
import crosscheck.verdict.Measurement;
import crosscheck.verdict.ResourceSummary;
import crosscheck.verdict.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * One figure of a run, for tools that follow figures from run to run.
 *
 * @param name the same in every run: side, what it is of, statistic, joined by dots
 * @param unit of the value
 * @param samples what the value rests on
 */
record Metric(String name, String unit, double value, Direction direction, long samples) {

    /** What is better. */
    enum Direction {
        SMALLER,
        BIGGER
    }

    /** Every figure that the run has, in the order of its result. */
    static List<Metric> of(Result result) {
        List<Metric> metrics = new ArrayList<>();
        result.measurements().forEach(measurement -> add(measurement, metrics));
        result.resources().forEach(usage -> add(usage, metrics));
        return List.copyOf(metrics);
    }

    private static void add(Measurement measurement, List<Metric> metrics) {
        String prefix = measurement.implementation() + "." + measurement.scenario() + "."
                + (measurement.operation().isEmpty() ? "" : measurement.operation() + ".");
        long samples = measurement.requests();
        Latency response = measurement.response();
        if (response != null) {
            metrics.add(new Metric(prefix + "mean", "ms", response.mean(), Direction.SMALLER, samples));
            metrics.add(new Metric(prefix + "p50", "ms", response.p50(), Direction.SMALLER, samples));
            metrics.add(new Metric(prefix + "p95", "ms", response.p95(), Direction.SMALLER, samples));
            metrics.add(new Metric(prefix + "p99", "ms", response.p99(), Direction.SMALLER, samples));
            metrics.add(
                    new Metric(prefix + "error-rate", "%", 100 * measurement.errorRate(), Direction.SMALLER, samples));
        }
        if (measurement.rate() != null) {
            metrics.add(new Metric(prefix + "throughput", "requests/s", measurement.rate(), Direction.BIGGER, samples));
        }
    }

    private static void add(ResourceSummary usage, List<Metric> metrics) {
        String prefix = usage.implementation() + ".";
        if (usage.memoryMeanMib() != null) {
            metrics.add(
                    new Metric(prefix + "memory", "MiB", usage.memoryMeanMib(), Direction.SMALLER, usage.samples()));
        }
        if (usage.cpuCores() != null) {
            metrics.add(new Metric(prefix + "cpu", "cores", usage.cpuCores(), Direction.SMALLER, usage.samples()));
        }
        if (usage.connectionsMean() != null) {
            metrics.add(new Metric(
                    prefix + "connections", "sessions", usage.connectionsMean(), Direction.SMALLER, usage.samples()));
        }
    }
}

package crosscheck.configuration;

import java.util.Map;

/**
 * Limits of the gates, in the units of their names; shares and ratios are plain numbers.
 *
 * @param minCollisions requests that overlapped another client's before an invariant counts as kept
 * @param coverage share of the interactions that checks must have shown to be alike
 * @param limits what of each resource an implementation may take at most, by the key's name
 */
public record Thresholds(
        Load load,
        ResponseTime responseTime,
        int minCollisions,
        Memory memory,
        Connections connections,
        double descriptorsLeakPerMinute,
        double threadsLeakPerMinute,
        double coverage,
        RunLimits run,
        Capacity capacity,
        Map<String, Double> limits) {

    /**
     * @param throughputShare of the target rate
     * @param minSamples fewer say nothing of a percentile or a rate
     */
    public record Load(
            double p95Millis, double errorRate, double errorRateNormal, double throughputShare, int minSamples) {}

    /**
     * @param marginShare rust may be slower by as much, or by the milliseconds of its margin where those are more
     * @param confidence of every interval
     * @param grossRatio what is over it, and over {@code grossMillis}, is grossly slow
     */
    public record ResponseTime(
            double marginShare,
            double marginMeanMillis,
            double marginPercentileMillis,
            double confidence,
            double grossRatio,
            double grossMillis) {}

    /** @param ratio of rust's to python's */
    public record Memory(double ratio, double grossGrowthMib, double leakMibPerMinute) {}

    public record Connections(int grossGrowth, double leakPerMinute) {}

    /**
     * @param ratio of rust's to python's
     * @param generatorShare of the generator's own highest rate, above which an answer may be the generator's
     */
    public record Capacity(double ratio, double generatorShare) {}

    public Thresholds {
        limits = Map.copyOf(limits);
    }

    /** Of every interval. */
    public double confidence() {
        return responseTime.confidence();
    }

    /** These with other limits of resources. */
    public Thresholds limiting(Map<String, Double> others) {
        return new Thresholds(
                load,
                responseTime,
                minCollisions,
                memory,
                connections,
                descriptorsLeakPerMinute,
                threadsLeakPerMinute,
                coverage,
                run,
                capacity,
                others);
    }
}

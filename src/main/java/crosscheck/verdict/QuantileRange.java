package crosscheck.verdict;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Between which quantiles of a sample a quantile of its population lies: the order statistics whose ranks enclose it, by the
 * normal approximation of the binomial (Conover, Practical Nonparametric Statistics, 3.2). All three are 0..1.
 */
record QuantileRange(double lower, double upper) {

    static QuantileRange of(double quantile, long samples, double confidence) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
        double half = z * Math.sqrt(quantile * (1 - quantile) / samples);
        return new QuantileRange(Math.max(0, quantile - half), Math.min(1, quantile + half));
    }
}

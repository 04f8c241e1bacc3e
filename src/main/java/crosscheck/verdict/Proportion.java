package crosscheck.verdict;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Bounds on a proportion by Clopper and Pearson (Biometrika 26, 1934): exact, so conservative for small counts.
 *
 * @param hits 0..trials
 */
record Proportion(long hits, long trials) {

    double share() {
        return trials == 0 ? 0 : (double) hits / trials;
    }

    /** The share that the true one exceeds with the given confidence, one-sided. */
    double lower(double confidence) {
        return hits == 0 ? 0 : beta(hits, trials - hits + 1).inverseCumulativeProbability(1 - confidence);
    }

    /** The share that the true one stays below with the given confidence, one-sided. */
    double upper(double confidence) {
        return hits == trials ? 1 : beta(hits + 1, trials - hits).inverseCumulativeProbability(confidence);
    }

    private static BetaDistribution beta(double alpha, double beta) {
        return new BetaDistribution(null, alpha, beta);
    }
}

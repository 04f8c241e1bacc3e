package crosscheck.sampling.trend;

import java.util.ArrayList;
import java.util.List;

/**
 * What measurements have in common beside their trend: noise that is forgotten exponentially (Ornstein and Uhlenbeck's
 * process, an AR(1) that needs no equal distances) under noise that is forgotten at once, of variance 1 together.
 *
 * @param memory the time after which correlation has fallen to 1/e
 * @param white share of the variance that is forgotten at once
 */
record Noise(double memory, double white) {
    private static final Noise FORGETFUL = new Noise(1, 1);

    /** Longer, and noise could not be told from a trend. */
    private static final double LONGEST = 0.25;

    private static final double[] SHARES = {0, 0.4, 0.8};

    /** Every noise that is thought of in {@code samples} samples of times from 0 to 1. */
    static List<Noise> grid(int samples) {
        List<Noise> grid = new ArrayList<>(List.of(FORGETFUL));
        for (double memory = LONGEST; memory > 0.5 / samples; memory /= 2) {
            for (double share : SHARES) {
                grid.add(new Noise(memory, share));
            }
        }
        return grid;
    }

    /** Kalman's filter: what is new in each column at each time, of variance 1 where the column is this noise. */
    Whitened whiten(double[] times, double[][] columns) {
        int n = times.length;
        double[][] news = new double[columns.length][n];
        double[] expected = new double[columns.length];
        double uncertain = 1 - white;
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            double variance = uncertain + white;
            double gain = uncertain / variance;
            double scale = 1 / Math.sqrt(variance);
            double kept = i + 1 < n ? Math.exp((times[i] - times[i + 1]) / memory) : 0;
            for (int c = 0; c < columns.length; c++) {
                double surprise = columns[c][i] - expected[c];
                news[c][i] = surprise * scale;
                expected[c] = kept * (expected[c] + gain * surprise);
            }
            logDeterminant += Math.log(variance);
            uncertain = kept * kept * uncertain * (1 - gain) + (1 - kept * kept) * (1 - white);
        }
        return new Whitened(news, logDeterminant);
    }

    record Whitened(double[][] columns, double logDeterminant) {}
}

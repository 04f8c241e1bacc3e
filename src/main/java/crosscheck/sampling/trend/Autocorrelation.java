package crosscheck.sampling.trend;

import java.util.stream.IntStream;

/** How much of a series of residuals is news. */
final class Autocorrelation {
    /** Beyond it a series this short cannot be told from one that never returns. */
    private static final double HIGHEST = 0.97;

    private Autocorrelation() {}

    /**
     * The number of independent samples that would tell a slope as well: n (1 - r) / (1 + r), with r the correlation of
     * neighbours. The residuals of a fitted line show less of it than the noise has; r is corrected for that bias, (2 + 4
     * r) / n to first order.
     */
    static double effectiveSamples(double[] residuals) {
        int n = residuals.length;
        double r = ofNeighbours(residuals);
        double corrected = Math.min(HIGHEST, Math.max(0, (n * r + 2) / (n - 4.0)));
        return n * (1 - corrected) / (1 + corrected);
    }

    private static double ofNeighbours(double[] residuals) {
        double all = squares(residuals);
        return all == 0
                ? 0
                : IntStream.range(1, residuals.length)
                                .mapToDouble(i -> residuals[i] * residuals[i - 1])
                                .sum()
                        / all;
    }

    static double squares(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }
}

package crosscheck.baseline;

import java.util.Arrays;

/**
 * How runs that follow each other vary: neighbours are more alike than runs far apart, so that a few runs in a row tell less
 * than their number says. An autoregressive process of the first order.
 *
 * @param autocorrelation of one run with the next, 0..{@value #MOST}
 * @param deviation of a single run, scaled as the measure is
 * @param runs that this was learnt from
 */
record Drift(double autocorrelation, double deviation, int runs) {
    private static final double MOST = 0.9;

    /**
     * From runs in the order of their time. The correlation is corrected for the bias of short series (Marriott and Pope,
     * Biometrika 41, 1954), the deviation for what runs that are alike hide of it.
     */
    static Drift of(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }
        double raw = squares == 0 ? 0 : products / squares;
        double corrected = n > 4 ? (n * raw + 1) / (n - 3.0) : raw;
        double autocorrelation = Math.max(0, Math.min(MOST, corrected));
        double hidden = Math.max(1, n - inflation(autocorrelation, n));
        return new Drift(autocorrelation, n < 2 ? Double.NaN : Math.sqrt(squares / hidden), n);
    }

    /** As it is, but no less varied than this. */
    Drift atLeast(double least) {
        return new Drift(autocorrelation, Math.max(least, deviation), runs);
    }

    /** The standard error of the difference between the means of {@code now} runs in a row and of {@code before}. */
    double standardError(int before, int now) {
        return deviation
                * Math.sqrt(inflation(autocorrelation, before) / before + inflation(autocorrelation, now) / now);
    }

    /** Degrees of freedom of what was learnt. */
    double freedom() {
        return Math.max(1, runs / inflation(autocorrelation, runs) - 1);
    }

    /** How many times the variance of a mean of runs in a row is that of as many independent ones. */
    private static double inflation(double correlation, int runs) {
        double sum = 1;
        double power = 1;
        for (int lag = 1; lag < runs; lag++) {
            power *= correlation;
            sum += 2 * (1 - (double) lag / runs) * power;
        }
        return sum;
    }
}

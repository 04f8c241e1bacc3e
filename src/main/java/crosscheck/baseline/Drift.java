package crosscheck.baseline;

import java.util.Arrays;
import java.util.List;

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
     * The correlation of neighbours in series of one machine, which drifts for all metrics alike: the mean of what each shows,
     * corrected for the bias of short series (Marriott and Pope, Biometrika 41, 1954).
     *
     * @param series of the same runs, in the order of their time; those that do not vary say nothing
     */
    static double autocorrelation(List<double[]> series) {
        return series.stream()
                .filter(values -> values.length > 4 && squares(values) > 0)
                .mapToDouble(values -> (values.length * raw(values) + 1) / (values.length - 3.0))
                .average()
                .stream()
                .map(mean -> Math.max(0, Math.min(MOST, mean)))
                .findFirst()
                .orElse(0);
    }

    /**
     * How far runs of this series vary, corrected for what runs that are alike hide of it.
     *
     * @param autocorrelation as {@link #autocorrelation(List)} found it
     */
    static Drift of(double[] values, double autocorrelation) {
        double independent = Math.max(1, values.length - inflation(autocorrelation, values.length));
        return new Drift(autocorrelation, Math.sqrt(squares(values) / independent), values.length);
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

    /** Degrees of freedom of the deviation: squares of neighbours are less alike than the neighbours (Bartlett, 1946). */
    double freedom() {
        double squared = autocorrelation * autocorrelation;
        return Math.max(2, runs * (1 - squared) / (1 + squared) - 1);
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

    private static double raw(double[] values) {
        double mean = mean(values);
        double products = 0;
        for (int i = 1; i < values.length; i++) {
            products += (values[i] - mean) * (values[i - 1] - mean);
        }
        return products / squares(values);
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}

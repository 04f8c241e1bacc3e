package crosscheck.sampling.trend;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/** What is believed of a slope: a mixture of Student's distributions, one for each explanation of the series. */
record Belief(double[] weights, double[] centres, double[] scales, int[] freedoms) {
    /** Explanations that weigh less than this are left out. */
    private static final double NEGLIGIBLE = 1e-5;

    private static final int HALVINGS = 12;
    private static final double FAR = 12;
    private static final double STEP = 0.01;
    private static final double[] NORMAL = normal();

    /** One explanation; its weight is a logarithm, up to a common summand. */
    record Part(double logWeight, double centre, double scale, int freedom) {}

    static Belief of(List<Part> parts) {
        double heaviest = parts.stream().mapToDouble(Part::logWeight).max().orElseThrow();
        List<Part> kept = parts.stream()
                .filter(part -> Math.exp(part.logWeight - heaviest) > NEGLIGIBLE)
                .toList();
        double[] weights = kept.stream()
                .mapToDouble(part -> Math.exp(part.logWeight - heaviest))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return new Belief(
                Arrays.stream(weights).map(weight -> weight / sum).toArray(),
                kept.stream().mapToDouble(Part::centre).toArray(),
                kept.stream().mapToDouble(Part::scale).toArray(),
                kept.stream().mapToInt(Part::freedom).toArray());
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * centres[i];
        }
        return sum;
    }

    double standardDeviation() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = centres[i] - mean;
            double variance = scales[i] * scales[i] * freedoms[i] / (freedoms[i] - 2.0);
            sum += weights[i] * (variance + distance * distance);
        }
        return Math.sqrt(sum);
    }

    /** The value that is exceeded with probability 1 - {@code share}, to a hundredth of the standard deviation. */
    double quantile(double share) {
        double reach = FAR * standardDeviation();
        double low = mean() - reach;
        double high = mean() + reach;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double below(double value) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * student((value - centres[i]) / scales[i], freedoms[i]);
        }
        return sum;
    }

    /** Wallace's approximation (1959), good to four digits from four degrees of freedom on. */
    static double student(double t, int freedom) {
        double z = Math.copySign(
                (8.0 * freedom + 1) / (8.0 * freedom + 3) * Math.sqrt(freedom * Math.log1p(t * t / freedom)), t);
        double place = Math.min(Math.max((z + FAR) / STEP, 0), NORMAL.length - 2.0);
        int index = (int) place;
        return NORMAL[index] + (place - index) * (NORMAL[index + 1] - NORMAL[index]);
    }

    private static double[] normal() {
        NormalDistribution normal = new NormalDistribution();
        double[] table = new double[(int) Math.round(2 * FAR / STEP) + 1];
        Arrays.setAll(table, i -> normal.cumulativeProbability(i * STEP - FAR));
        return table;
    }
}

package crosscheck.baseline;

import java.util.Arrays;

/** How large a difference between two samples is. */
final class Effect {
    private Effect() {}

    /**
     * The shift between two samples: the median of all differences of a value of {@code now} to one of {@code before}
     * (Hodges and Lehmann, Annals of Mathematical Statistics 34, 1963).
     */
    static double shift(double[] before, double[] now) {
        double[] differences = Arrays.stream(now)
                .flatMap(value -> Arrays.stream(before).map(other -> value - other))
                .sorted()
                .toArray();
        int middle = differences.length / 2;
        return differences.length % 2 == 1 ? differences[middle] : (differences[middle - 1] + differences[middle]) / 2;
    }

    /**
     * Which share of the pairs has the larger value in {@code now}, less that which has it in {@code before}: -1 to 1, 0 where
     * they are alike (Cliff, Psychological Bulletin 114, 1993).
     */
    static double dominance(double[] before, double[] now) {
        double sum = Arrays.stream(now)
                .flatMap(value -> Arrays.stream(before).map(other -> Math.signum(value - other)))
                .sum();
        return sum / (before.length * now.length);
    }
}

package crosscheck.baseline;

import java.util.Arrays;

/**
 * The test of Mann and Whitney (Annals of Mathematical Statistics 18, 1947): do values of one sample tend to be larger than
 * those of another? Exact and with ties: the rank sum is held against that of every other choice of as many values, counted
 * by dynamic programming.
 */
final class MannWhitney {
    private MannWhitney() {}

    /** Two-sided p-value of "neither sample tends to be larger"; 1 where every value is the same. */
    static double pValue(double[] one, double[] other) {
        int[] ranks = doubledRanks(one, other);
        int observed = Arrays.stream(ranks, 0, one.length).sum();
        double[] ways = ways(ranks, one.length);
        double all = Arrays.stream(ways).sum();
        double lower = Arrays.stream(ways, 0, observed + 1).sum() / all;
        double upper = Arrays.stream(ways, observed, ways.length).sum() / all;
        return Math.min(1, 2 * Math.min(lower, upper));
    }

    /** The smallest p-value that samples of these sizes can have. */
    static double leastPValue(int one, int other) {
        double choices = 1;
        for (int i = 1; i <= one; i++) {
            choices *= (double) (other + i) / i;
        }
        return Math.min(1, 2 / choices);
    }

    /** Ranks of the values of both samples together, ties at their middle, doubled so that they are whole. */
    private static int[] doubledRanks(double[] one, double[] other) {
        double[] values = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, values, one.length, other.length);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(values)
                .mapToInt(value -> {
                    int first = first(sorted, value);
                    int after = first;
                    while (after < sorted.length && sorted[after] == value) {
                        after++;
                    }
                    return first + after + 1;
                })
                .toArray();
    }

    private static int first(double[] sorted, double value) {
        int index = 0;
        while (sorted[index] < value) {
            index++;
        }
        return index;
    }

    /** In how many ways {@code chosen} of the ranks add up to each sum. */
    private static double[] ways(int[] ranks, int chosen) {
        int largest = 2 * ranks.length;
        double[][] ways = new double[chosen + 1][chosen * largest + 1];
        ways[0][0] = 1;
        for (int rank : ranks) {
            for (int count = chosen; count > 0; count--) {
                for (int sum = count * largest; sum >= rank; sum--) {
                    ways[count][sum] += ways[count - 1][sum - rank];
                }
            }
        }
        return ways[chosen];
    }
}

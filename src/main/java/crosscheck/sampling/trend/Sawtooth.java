package crosscheck.sampling.trend;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Memory under a garbage collector rises slowly and falls at once. Only its floors tell whether something is kept: what
 * is retained comes back after every release, what leaks does not.
 */
final class Sawtooth {
    /** A fall or rise between two samples of more than this share of the range around a line is abrupt. */
    private static final double ABRUPT = 0.25;

    private static final int FEWEST_FLOORS = 6;

    /** Noise rises half of the time. */
    private static final double RISING = 0.6;

    /** Noise and spikes jump up as often as down. */
    private static final int FALLS_FOR_A_RISE = 3;

    private Sawtooth() {}

    static boolean isOne(Series series) {
        int falls = floorStarts(series).length;
        return falls >= FEWEST_FLOORS
                && falls >= FALLS_FOR_A_RISE * rises(series, ABRUPT * range(series))
                && rises(series, 0) > RISING * series.size();
    }

    private static long rises(Series series, double height) {
        double[] values = series.values();
        return IntStream.range(1, series.size())
                .filter(i -> values[i] - values[i - 1] > height)
                .count();
    }

    /** The lowest value after each fall. What lies before the first fall is no whole cycle. */
    static Series floors(Series series) {
        int[] starts = floorStarts(series);
        int[] floors = IntStream.range(0, starts.length)
                .map(k -> lowest(series, starts[k], k + 1 < starts.length ? starts[k + 1] : series.size()))
                .toArray();
        return series.select(floors);
    }

    private static int[] floorStarts(Series series) {
        double[] values = series.values();
        double abrupt = ABRUPT * range(series);
        return IntStream.range(1, series.size())
                .filter(i -> values[i - 1] - values[i] > abrupt)
                .filter(i -> i + 1 == series.size() || values[i] - values[i + 1] <= abrupt)
                .toArray();
    }

    private static int lowest(Series series, int from, int to) {
        OptionalInt lowest = IntStream.range(from, to)
                .reduce((left, right) -> series.values()[right] < series.values()[left] ? right : left);
        return lowest.orElseThrow();
    }

    private static double range(Series series) {
        double[] residuals = Line.leastSquares(series).residuals(series);
        return Arrays.stream(residuals).max().orElse(0)
                - Arrays.stream(residuals).min().orElse(0);
    }
}

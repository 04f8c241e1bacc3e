package crosscheck.sampling.trend;

import java.util.Arrays;
import java.util.List;

/**
 * Lines through a series in one noise: all columns whitened and, after Frisch, Waugh and Lovell, without what is accounted
 * for by the level and by the episodes that are part of the explanation.
 */
final class Fit {
    private static final int VALUES = 0;
    private static final int TIMES = 1;
    private static final int EPISODES = 2;

    /** What an episode leaves of itself beside the others, less is one of them. */
    private static final double COLLINEAR = 1e-9;

    private final double[][] columns;
    private final double rounded;
    private final double noise;
    private int episodes;
    private double timeSquares;
    private double slope;
    private double squares;

    private Fit(double[][] columns, double noise, double rounded) {
        this.columns = columns;
        this.rounded = rounded;
        fit();
        this.noise = noise - Math.log(timeSquares) / 2;
    }

    /** @param rounded squares that values owe to their rounding at least */
    static Fit of(Noise noise, double[] times, double[] values, List<Episode> episodes, double rounded) {
        int level = EPISODES + episodes.size();
        double[][] columns = new double[level + 1][];
        columns[VALUES] = values;
        columns[TIMES] = times;
        for (int i = 0; i < episodes.size(); i++) {
            columns[EPISODES + i] = episodes.get(i).over();
        }
        columns[level] = new double[times.length];
        Arrays.fill(columns[level], 1);
        Noise.Whitened white = noise.whiten(times, columns);
        double[] ones = white.columns()[level];
        double[][] rest = Arrays.copyOf(white.columns(), level);
        without(ones, rest);
        return new Fit(rest, -(white.logDeterminant() + Math.log(product(ones, ones))) / 2, rounded);
    }

    private void fit() {
        timeSquares = product(columns[TIMES], columns[TIMES]);
        slope = product(columns[TIMES], columns[VALUES]) / timeSquares;
        squares = Math.max(product(columns[VALUES], columns[VALUES]) - slope * slope * timeSquares, rounded);
    }

    /** Makes an episode part of the explanation. */
    void include(int episode) {
        double[] column = columns[EPISODES + episode].clone();
        if (product(column, column) > COLLINEAR) {
            without(column, columns);
        }
        episodes++;
        fit();
    }

    /** What the slope is without any other episode. */
    Belief.Part alone(double logPrior) {
        return part(logPrior, slope, squares, 1 / timeSquares, episodes);
    }

    /** What the slope is beside one episode more. */
    Belief.Part beside(int episode, double logPrior) {
        double[] column = columns[EPISODES + episode];
        double inTime = product(columns[TIMES], column) / timeSquares;
        double own = product(column, column) - inTime * inTime * timeSquares;
        if (own < COLLINEAR) {
            return part(logPrior, slope, squares, 1 / timeSquares, episodes + 1);
        }
        double shared = product(columns[VALUES], column) - slope * inTime * timeSquares;
        double size = shared / own;
        return part(
                logPrior,
                slope - size * inTime,
                Math.max(squares - size * shared, rounded),
                1 / timeSquares + inTime * inTime / own,
                episodes + 1);
    }

    private Belief.Part part(double logPrior, double line, double left, double spread, int beside) {
        int n = columns[VALUES].length;
        int freedom = n - 2 - beside;
        return new Belief.Part(
                logPrior + noise - (n - 2) / 2.0 * Math.log(left), line, Math.sqrt(left * spread / freedom), freedom);
    }

    private static void without(double[] column, double[][] columns) {
        double all = product(column, column);
        for (double[] other : columns) {
            double share = product(column, other) / all;
            for (int i = 0; i < other.length; i++) {
                other[i] -= share * column[i];
            }
        }
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}

package crosscheck.sampling.trend;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The one change that explains a series better than a straight line: a step, which a pool makes when it fills, or a bend,
 * where a warm-up or a growth ended.
 *
 * @param index the first sample after it
 * @param evidence how much better, as twice a log likelihood ratio
 */
record Change(Kind kind, int index, double evidence) {
    enum Kind {
        STEP,
        BEND
    }

    /** Samples on either side, fewer show nothing. */
    private static final int FEWEST = 4;

    /** What it takes to believe in a change, found by simulation. */
    private static final double ENOUGH = 18;

    /** A share of squares left that counts as none. */
    private static final double EXACT = 1e-12;

    /** The best change of this kind with its index below {@code end}, if there is one to believe in. */
    static Optional<Change> find(Kind kind, Series series, int end) {
        double[] residuals = Line.leastSquares(series).residuals(series);
        Change best = null;
        double toBeat = ENOUGH;
        for (int index = FEWEST; index < Math.min(end, series.size() - FEWEST + 1); index++) {
            Change change = beside(residuals, kind, series, index, toBeat);
            if (change.evidence > toBeat) {
                toBeat = change.evidence;
                best = change;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The step between two levels that explains a series at least as well as a line does, if there is one. */
    static Optional<Change> insteadOfLine(Series series) {
        double[] residuals = Line.leastSquares(series).residuals(series);
        double toBeat = Autocorrelation.squares(residuals);
        int best = 0;
        for (int index = FEWEST; index <= series.size() - FEWEST; index++) {
            double squares = Line.spread(Arrays.copyOfRange(series.values(), 0, index))
                    + Line.spread(Arrays.copyOfRange(series.values(), index, series.size()));
            if (squares < toBeat) {
                toBeat = squares;
                best = index;
            }
        }
        return best == 0 ? Optional.empty() : Optional.of(new Change(Kind.STEP, best, 0));
    }

    /** The end of a growth, below {@code end}, that explains a series at least as well as one that goes on, if there is one. */
    static Optional<Change> endOfGrowth(Series series, int end) {
        double toBeat = Autocorrelation.squares(Line.leastSquares(series).residuals(series));
        Change best = null;
        for (int index = FEWEST; index < end; index++) {
            double last = series.minutes()[index];
            Series ended = new Series(
                    Arrays.stream(series.minutes())
                            .map(minute -> Math.min(minute, last))
                            .toArray(),
                    series.values());
            Line growth = Line.leastSquares(ended);
            double squares = Autocorrelation.squares(growth.residuals(ended));
            if (squares < toBeat) {
                toBeat = squares;
                best = new Change(Kind.BEND, index, 0);
            }
        }
        return Optional.ofNullable(best);
    }

    /** A change beside a line, whose residuals are given; its evidence is 0 where it cannot exceed {@code toBeat}. */
    private static Change beside(double[] residuals, Kind kind, Series series, int index, double toBeat) {
        // Frisch, Waugh and Lovell: what is left of both after a line gives the coefficient beside the line.
        Series added = regressor(kind, series, index);
        double[] regressor = Line.leastSquares(added).residuals(added);
        double coefficient = product(residuals, regressor) / Autocorrelation.squares(regressor);
        double explained = coefficient * product(residuals, regressor) / Autocorrelation.squares(residuals);
        double gain = -Math.log(Math.max(1 - explained, EXACT));
        double evidence = 0;
        if (series.size() * gain > toBeat) {
            evidence = gain
                    * Autocorrelation.effectiveSamples(IntStream.range(0, series.size())
                            .mapToDouble(i -> residuals[i] - coefficient * regressor[i])
                            .toArray());
        }
        return new Change(kind, index, evidence);
    }

    /** The series as if the step had been there from the start, without its neighbours, which may lie on both sides. */
    Series levelled(Series series) {
        Series before = series.select(IntStream.range(0, index - 1).toArray());
        Series after = series.select(IntStream.range(index + 1, series.size()).toArray());
        double slope = (Line.covariation(before) + Line.covariation(after)) / spreadBeside(series);
        double left = mean(before.values()) - slope * mean(before.minutes());
        double right = mean(after.values()) - slope * mean(after.minutes());
        return new Series(
                concatenated(before.minutes(), after.minutes()),
                concatenated(
                        Arrays.stream(before.values())
                                .map(value -> value + right - left)
                                .toArray(),
                        after.values()));
    }

    /** What the times on either side of a step tell of a slope: the step itself tells nothing of it. */
    double spreadBeside(Series series) {
        return Line.spread(Arrays.copyOfRange(series.minutes(), 0, index - 1))
                + Line.spread(Arrays.copyOfRange(series.minutes(), index + 1, series.size()));
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double[] concatenated(double[] left, double[] right) {
        return DoubleStream.concat(Arrays.stream(left), Arrays.stream(right)).toArray();
    }

    private static Series regressor(Kind kind, Series series, int index) {
        double at = series.minutes()[index];
        return series.withValues(IntStream.range(0, series.size())
                .mapToDouble(i -> i < index ? 0 : kind == Kind.STEP ? 1 : series.minutes()[i] - at)
                .toArray());
    }

    private static double product(double[] left, double[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(i -> left[i] * right[i])
                .sum();
    }
}

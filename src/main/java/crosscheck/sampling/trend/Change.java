package crosscheck.sampling.trend;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The one change that explains a series better than a straight line: a step, which a pool makes when it fills, or a bend,
 * where a warm-up or a growth ended.
 *
 * @param index the first sample after it
 * @param height of a step; 0 for a bend
 * @param evidence how much better, as twice a log likelihood ratio
 */
record Change(Kind kind, int index, double height, double evidence) {
    enum Kind {
        STEP,
        BEND
    }

    /** Samples on either side, fewer show nothing. */
    private static final int FEWEST = 4;

    /** The best change of this kind with its index below {@code end}, however little it explains. */
    static Optional<Change> best(Kind kind, Series series, int end) {
        double[] plain = Line.leastSquares(series).residuals(series);
        double plainSquares = Autocorrelation.squares(plain);
        if (plainSquares == 0) {
            return Optional.empty();
        }
        Change best = null;
        for (int index = FEWEST; index < Math.min(end, series.size() - FEWEST + 1); index++) {
            double[] regressor =
                    Line.leastSquares(regressor(kind, series, index)).residuals(regressor(kind, series, index));
            // Frisch, Waugh and Lovell: what is left of both after a line gives the coefficient beside the line.
            double coefficient = product(plain, regressor) / Autocorrelation.squares(regressor);
            double[] rest = IntStream.range(0, series.size())
                    .mapToDouble(i -> plain[i] - coefficient * regressor[i])
                    .toArray();
            double squares = Math.max(Autocorrelation.squares(rest), plainSquares * 1e-12);
            double evidence = Autocorrelation.effectiveSamples(rest) * Math.log(plainSquares / squares);
            if (best == null || evidence > best.evidence) {
                best = new Change(kind, index, kind == Kind.STEP ? coefficient : 0, evidence);
            }
        }
        return Optional.ofNullable(best);
    }

    /** The series as if the change had been there from the start. */
    Series takenOut(Series series) {
        return switch (kind) {
            case BEND -> series.from(index);
            case STEP ->
                series.withValues(IntStream.range(0, series.size())
                        .mapToDouble(i -> series.values()[i] + (i < index ? height : 0))
                        .toArray());
        };
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

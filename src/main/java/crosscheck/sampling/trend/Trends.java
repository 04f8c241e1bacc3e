package crosscheck.sampling.trend;

import crosscheck.sampling.trend.Trend.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Finds trends. */
public final class Trends {
    /** Of the interval, one-sided: half a per cent of leakless series lie wholly above 0. */
    private static final double ERROR = 0.005;

    private static final double POWER = 0.9;
    static final double Z_POWER = new NormalDistribution().inverseCumulativeProbability(POWER);

    /** As many as tell a line from a bend; more would only be more alike. */
    private static final int BLOCKS = 30;

    private static final int FEWEST = 6;
    private static final double FEWEST_EFFECTIVE = 3.5;

    /** What has been settled for less than this share of the time may not be settled. */
    private static final double SETTLED_FOR = 0.4;

    /** Twice the log likelihood ratio that a change must reach, found by simulation. */
    private static final double EVIDENCE = 18;

    private Trends() {}

    /** The trend of what was measured from {@code warmUpMinutes} after the first measurement on. */
    public static Trend of(List<Measurement> measurements, double warmUpMinutes) {
        Series all = Series.of(measurements);
        int first = 0;
        while (first < all.size() && all.minutes()[first] < all.minutes()[0] + warmUpMinutes) {
            first++;
        }
        Series series = all.from(first);
        if (series.size() < FEWEST || series.span() <= 0) {
            return Trend.tooShort(series.size(), series.span());
        }
        if (Sawtooth.isOne(series)) {
            Series floors = Sawtooth.floors(series).blocks(BLOCKS);
            return line(floors, series.size(), 2, Shape.SAWTOOTH);
        }
        Series blocks = series.blocks(BLOCKS);
        Optional<Change> step = Change.best(Change.Kind.STEP, blocks, blocks.size());
        Optional<Change> bend = Change.best(Change.Kind.BEND, blocks, lastBend(blocks));
        Optional<Change> change = Stream.of(step, bend)
                .flatMap(Optional::stream)
                .filter(candidate -> candidate.evidence() > EVIDENCE)
                .max((left, right) -> Double.compare(left.evidence(), right.evidence()));
        if (change.isEmpty()) {
            return line(blocks, series.size(), 2, Shape.STEADY);
        }
        boolean stepped = change.get().kind() == Change.Kind.STEP;
        return line(
                change.get().takenOut(blocks), series.size(), stepped ? 3 : 2, stepped ? Shape.STEP : Shape.SETTLED);
    }

    private static int lastBend(Series blocks) {
        double last = blocks.minutes()[blocks.size() - 1] - SETTLED_FOR * blocks.span();
        int index = 0;
        while (blocks.minutes()[index] <= last) {
            index++;
        }
        return index;
    }

    private static Trend line(Series series, int samples, int parameters, Shape shape) {
        if (series.size() < FEWEST - 1) {
            return Trend.tooShort(samples, series.span());
        }
        Line line = Line.theilSen(series);
        double[] residuals = line.residuals(series);
        double effective = Autocorrelation.effectiveSamples(residuals);
        if (effective < FEWEST_EFFECTIVE) {
            return Trend.tooShort(samples, series.span());
        }
        double variance = Autocorrelation.squares(residuals) / (series.size() - parameters);
        double error = Math.sqrt(variance / Line.spread(series) * series.size() / effective);
        double t = new TDistribution(effective - parameters + 0.0).inverseCumulativeProbability(1 - ERROR);
        return new Trend(
                line.slope(),
                line.slope() - t * error,
                line.slope() + t * error,
                (t + Z_POWER) * error,
                error,
                samples,
                effective,
                series.span(),
                shape);
    }
}

package crosscheck.sampling.trend;

import crosscheck.sampling.trend.Trend.Shape;
import java.util.Comparator;
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

    /** Blocks by which a bend may be later than it looks. */
    private static final int PLACE = 2;

    private Trends() {}

    /** The trend of what was measured from {@code warmUpMinutes} after the first measurement on. */
    public static Trend of(List<Measurement> measurements, double warmUpMinutes) {
        Series all = Series.of(measurements);
        Series series = all.size() == 0 ? all : all.since(all.minutes()[0] + warmUpMinutes);
        if (series.size() < FEWEST || series.span() <= 0) {
            return Trend.tooShort(series.size(), series.span());
        }
        if (Sawtooth.isOne(series)) {
            return line(Sawtooth.floors(series).blocks(BLOCKS), series.size(), Shape.SAWTOOTH);
        }
        Series blocks = series.blocks(BLOCKS);
        Trend steady = line(blocks, series.size(), Shape.STEADY);
        int lastBend = lastBend(blocks);
        Optional<Change> sure = Stream.of(
                        Change.find(Change.Kind.STEP, blocks, blocks.size()),
                        Change.find(Change.Kind.BEND, blocks, lastBend))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Change::evidence));
        Trend likeliest = sure.map(change -> after(change, series, blocks)).orElse(steady);
        if (!(likeliest.low() > 0) || likeliest.shape() == Shape.SETTLED) {
            return likeliest;
        }
        // Growth is not sure to go on while a growth that ended, or a single step, explains the series as well as a
        // line.
        return Stream.of(Change.endOfGrowth(blocks, lastBend), Change.insteadOfLine(blocks))
                .flatMap(Optional::stream)
                .map(change -> after(change, series, blocks))
                .filter(trend -> !(trend.low() > 0))
                .findFirst()
                .orElse(likeliest);
    }

    private static Trend after(Change change, Series series, Series blocks) {
        return switch (change.kind()) {
            case STEP -> line(change.levelled(blocks), change.spreadBeside(blocks), series.size(), 3, Shape.STEP);
            case BEND ->
                line(
                        series.since(blocks.minutes()[change.index() + PLACE]).blocks(BLOCKS),
                        series.size(),
                        Shape.SETTLED);
        };
    }

    private static int lastBend(Series blocks) {
        double last = blocks.minutes()[blocks.size() - 1] - SETTLED_FOR * blocks.span();
        int index = 0;
        while (blocks.minutes()[index] <= last) {
            index++;
        }
        return index;
    }

    private static Trend line(Series series, int samples, Shape shape) {
        return line(series, Line.spread(series.minutes()), samples, 2, shape);
    }

    private static Trend line(Series series, double spread, int samples, int parameters, Shape shape) {
        if (series.size() < FEWEST - 1) {
            return Trend.tooShort(samples, series.span());
        }
        Line line = Line.theilSen(series);
        double[] residuals = line.residuals(series);
        double effective = shape == Shape.SAWTOOTH ? series.size() : Autocorrelation.effectiveSamples(residuals);
        if (effective < FEWEST_EFFECTIVE) {
            return Trend.tooShort(samples, series.span());
        }
        double variance = Autocorrelation.squares(residuals) / (series.size() - parameters);
        double error = Math.sqrt(variance / spread * series.size() / effective);
        double t = new TDistribution(effective - parameters).inverseCumulativeProbability(1 - ERROR);
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

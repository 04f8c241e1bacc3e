package crosscheck.sampling.trend;

import crosscheck.sampling.trend.Trend.Shape;
import crosscheck.sampling.trend.Trend.Stretch;
import java.util.List;

/** Finds trends. */
public final class Trends {
    /** That a growth exceeds the upper end of its interval. */
    private static final double EXCEEDED = 0.05;

    /** As many as tell a line from a bend; more would only be more alike. */
    private static final int BLOCKS = 60;

    private static final int FEWEST = 6;

    /** Whatever is held moves within minutes, so that fewer show nothing of what goes on. */
    private static final double SHORTEST_MINUTES = 2;

    private Trends() {}

    /**
     * The trend of what was measured from {@code warmUpMinutes} after the first measurement on.
     *
     * @param resolution the least that two different values differ by: 1 of what is counted
     * @param falseAlarm the probability with which the interval may lie above 0 though nothing grows
     */
    public static Trend of(List<Measurement> measurements, double warmUpMinutes, double resolution, double falseAlarm) {
        Series all = Series.of(measurements);
        Series series = all.size() == 0 ? all : all.since(all.minutes()[0] + warmUpMinutes);
        boolean sawtooth = series.size() >= FEWEST && Sawtooth.isOne(series);
        Series judged = (sawtooth ? Sawtooth.floors(series) : series).blocks(BLOCKS);
        if (judged.size() < FEWEST || series.span() < SHORTEST_MINUTES) {
            return Trend.tooShort(series.size(), warmUpMinutes, series.span());
        }
        Explanations explanations = Explanations.of(judged.withoutOutliers(), resolution);
        Belief slope = explanations.slope();
        double growth = slope.mean();
        Shape shape = sawtooth
                ? Shape.FLOORS
                : explanations.lastEpisode().map(Trends::shape).orElse(Shape.STEADY);
        double from = explanations.lastEpisode().map(Episode::at).orElse(0.0);
        return new Trend(
                growth,
                slope.quantile(falseAlarm),
                slope.quantile(1 - EXCEEDED),
                slope.standardDeviation(),
                resolution,
                series.size(),
                warmUpMinutes,
                series.span(),
                shape,
                stretch(judged.since(judged.minutes()[0] + from * judged.span()), growth));
    }

    /** The middles of at most {@code count} stretches of equal length in time. */
    public static List<Measurement> thinned(List<Measurement> measurements, int count) {
        return Series.of(measurements).blocks(count).measurements();
    }

    private static Shape shape(Episode episode) {
        return episode.kind() == Episode.Kind.STEP ? Shape.STEP : Shape.SETTLED;
    }

    private static Stretch stretch(Series series, double slope) {
        Line line = Line.through(series, slope);
        double from = series.minutes()[0];
        double to = series.minutes()[series.size() - 1];
        return new Stretch(from, line.at(from), to, line.at(to));
    }
}

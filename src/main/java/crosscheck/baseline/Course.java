package crosscheck.baseline;

import crosscheck.sampling.trend.Measurement;
import crosscheck.sampling.trend.Trend;
import crosscheck.sampling.trend.Trends;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One metric over all runs that may be compared: how it goes from run to run.
 *
 * @param points the oldest first
 * @param drift {@code null} where there are too few runs for one
 */
public record Course(Metric metric, List<Point> points, PerRun drift) {
    private static final int FEWEST = 10;
    private static final double ONE_SIDED = 0.05;

    /**
     * @param at when the run began, ISO 8601
     * @param candidate whether it is a run of the candidate, not a stored one
     */
    public record Point(String run, String at, double value, boolean candidate) {}

    /** The change from one run to the next with its interval, a share of the value (of error rates: percentage points). */
    public record PerRun(double change, double lower, double upper) {}

    static Course of(Metric metric, List<RunRecord> stored, List<RunRecord> candidates) {
        List<Point> points = Stream.concat(
                        stored.stream().flatMap(run -> point(run, metric, false)),
                        candidates.stream().flatMap(run -> point(run, metric, true)))
                .toList();
        return new Course(metric, points, drift(metric.measure(), points));
    }

    private static Stream<Point> point(RunRecord run, Metric metric, boolean candidate) {
        return run.figure(metric).stream().map(figure -> new Point(run.run(), run.at(), figure.value(), candidate));
    }

    private static PerRun drift(Measure measure, List<Point> points) {
        if (points.size() < FEWEST) {
            return null;
        }
        List<Measurement> runs = IntStream.range(0, points.size())
                .mapToObj(i -> new Measurement(i, measure.scaled(points.get(i).value())))
                .toList();
        Trend trend = Trends.of(runs, 0, 0, ONE_SIDED);
        return trend.shape() == Trend.Shape.TOO_SHORT
                ? null
                : new PerRun(
                        measure.plain(trend.slopePerMinute()), measure.plain(trend.low()), measure.plain(trend.high()));
    }
}

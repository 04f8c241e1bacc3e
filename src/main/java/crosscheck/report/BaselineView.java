package crosscheck.report;

import crosscheck.baseline.Baseline;
import crosscheck.baseline.Comparison;
import crosscheck.baseline.Course;
import crosscheck.baseline.Measure;
import crosscheck.contract.Implementation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run held against those of before, as a table with the course of each metric.
 *
 * @param sentence how much was compared with how much
 * @param refusals stored runs that were not, and what is other about them
 */
public record BaselineView(String sentence, List<String> refusals, List<Row> rows) {
    static final int WIDTH = 160;
    static final int HEIGHT = 36;

    private static final Map<String, String> MARKS =
            Map.of("better", "pass", "same", "pass", "worse", "fail", "inconclusive", "inconclusive");

    /**
     * @param mark the verdict's sign and colour
     * @param outcome better, same, worse, inconclusive
     * @param line all runs as points of an SVG polyline, the candidate's last
     * @param candidates the candidate's runs among them, each as {@code x,y}
     * @param drift the change from one run to the next, where there are enough
     */
    public record Row(
            Implementation implementation,
            String title,
            String before,
            String now,
            String change,
            String mark,
            String outcome,
            String line,
            List<Spot> candidates,
            String drift) {}

    public record Spot(String x, String y) {}

    public static BaselineView of(Baseline baseline) {
        String stale = baseline.stale()
                ? " The baseline is stale: its newest run is %d days old.".formatted(baseline.ageDays())
                : "";
        return new BaselineView(
                "%s of this build against %s of before.%s"
                        .formatted(
                                Figures.counted(baseline.candidates().size(), "run", "runs"),
                                Figures.counted(baseline.stored().size(), "run", "runs"),
                                stale),
                baseline.refused().stream()
                        .map(refusal -> Figures.counted(refusal.runs().size(), "stored run", "stored runs")
                                + " cannot be compared: " + String.join("; ", refusal.facts()))
                        .toList(),
                IntStream.range(0, baseline.comparisons().size())
                        .mapToObj(i -> row(
                                baseline.comparisons().get(i),
                                baseline.courses().get(i)))
                        .toList());
    }

    private static Row row(Comparison comparison, Course course) {
        Measure measure = comparison.metric().measure();
        String outcome = comparison.outcome().id();
        List<Spot> spots = spots(course);
        return new Row(
                comparison.metric().implementation(),
                GateTitle.words(comparison.metric().id().replace('.', ' ')),
                Figures.with(measure.unit(), comparison.before()),
                Figures.with(measure.unit(), comparison.now()),
                comparison.change() == null
                        ? Figures.NONE
                        : "%s (%s to %s)"
                                .formatted(
                                        change(measure, comparison.change()),
                                        change(measure, comparison.lower()),
                                        change(measure, comparison.upper())),
                MARKS.get(outcome),
                outcome,
                spots.stream().map(spot -> spot.x() + "," + spot.y()).collect(Collectors.joining(" ")),
                IntStream.range(0, spots.size())
                        .filter(i -> course.points().get(i).candidate())
                        .mapToObj(spots::get)
                        .toList(),
                course.drift() == null
                        ? Figures.NONE
                        : "%s a run (%s to %s)"
                                .formatted(
                                        change(measure, course.drift().change()),
                                        change(measure, course.drift().lower()),
                                        change(measure, course.drift().upper())));
    }

    private static String change(Measure measure, double change) {
        String unit = measure.unitOfChange();
        return String.format(Locale.ROOT, "%+.1f %s", measure.inUnitOfChange(change), unit.equals("%") ? unit : "pp");
    }

    /** From 0 at the bottom to a little above the largest value at the top, so that noise does not look like change. */
    private static List<Spot> spots(Course course) {
        List<Course.Point> points = course.points();
        double most = points.stream().mapToDouble(Course.Point::value).max().orElse(0);
        return IntStream.range(0, points.size())
                .mapToObj(i -> new Spot(
                        place(4 + (WIDTH - 8) * (points.size() == 1 ? 0.5 : i / (points.size() - 1.0))),
                        place(HEIGHT
                                - 4
                                - (HEIGHT - 8) * (most == 0 ? 0 : points.get(i).value() / most))))
                .toList();
    }

    private static String place(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

package crosscheck.report;

import crosscheck.configuration.RunLimits;
import crosscheck.observation.Event;
import crosscheck.observation.HarnessSample;
import crosscheck.report.Chart.Axis;
import crosscheck.report.Chart.Line;
import crosscheck.report.Chart.Point;
import crosscheck.report.Chart.Span;
import crosscheck.report.Chart.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether generator and host were fit to measure, and what happened to the run.
 *
 * @param vitals one figure a row
 * @param charts the same over time
 * @param events in the order in which they happened
 */
public record HealthView(List<Vital> vitals, List<Chart> charts, List<Event> events) {
    private static final double MICROS_PER_SECOND = 1_000_000;
    private static final int MOST_POINTS = 360;

    /** @param limit beyond which the run is not sound, or empty where none is set */
    public record Vital(String name, String value, String limit) {}

    static HealthView of(Evidence evidence) {
        return new HealthView(vitals(evidence), charts(evidence), evidence.events());
    }

    private static List<Vital> vitals(Evidence evidence) {
        List<HarnessSample> samples = evidence.harness();
        if (samples.isEmpty()) {
            return List.of();
        }
        double cores = evidence.plan().map(plan -> plan.host().cores()).orElse(1);
        double generator = mean(growth(samples, HarnessSample::generatorCpuSeconds)) / cores;
        double collection = mean(growth(samples, sample -> sample.generatorGcMillis() / 1_000.0));
        double sampler = mean(growth(samples, HarnessSample::samplerCpuSeconds));
        return List.of(
                vital(
                        "Open arrivals that were sent late",
                        evidence.load().lateShare(),
                        limit(evidence, RunLimits::lateShare)),
                vital("Generator: CPU, of all cores", generator, limit(evidence, RunLimits::generatorCpu)),
                vital("Generator: garbage collection", collection, limit(evidence, RunLimits::gcShare)),
                vital(
                        "Generator: stood still for 20 ms and more",
                        mean(growth(samples, sample -> sample.generatorStalledMillis() / 1_000.0)),
                        limit(evidence, RunLimits::stalledShare)),
                vital(
                        "Generator: heap in use after a collection, at most",
                        present(samples, HarnessSample::generatorHeap).stream()
                                .mapToDouble(Point::y)
                                .max()
                                .orElse(Double.NaN),
                        limit(evidence, RunLimits::heap)),
                vital("Sampler: CPU, of one core", sampler, ""),
                vital("Host: busy", mean(present(samples, HarnessSample::hostBusy)), ""),
                vital(
                        "Host: used by processes that are no part of the run",
                        mean(growth(
                                        samples.stream()
                                                .filter(sample -> sample.othersCpuSeconds() != null)
                                                .toList(),
                                        HarnessSample::othersCpuSeconds))
                                / cores,
                        limit(evidence, RunLimits::othersCpu)),
                vital(
                        "Host: kept by the hypervisor",
                        mean(present(samples, HarnessSample::hostSteal)),
                        limit(evidence, RunLimits::steal)));
    }

    private static Vital vital(String name, double share, String limit) {
        return new Vital(name, Figures.with("%", 100 * share), limit);
    }

    private static String limit(Evidence evidence, Function<RunLimits, Double> share) {
        return evidence.plan()
                .map(plan -> share.apply(plan.thresholds().run()))
                .map(value -> "at most " + Figures.with("%", 100 * value))
                .orElse("");
    }

    private static List<Chart> charts(Evidence evidence) {
        List<HarnessSample> samples = evidence.harness();
        double cores = evidence.plan().map(plan -> plan.host().cores()).orElse(1);
        List<Span> spans =
                evidence.judgedPhases().stream().map(ScenarioView::span).toList();
        List<Line> lines = Stream.of(
                        line("host busy", Stroke.SOLID, present(samples, HarnessSample::hostBusy)),
                        line(
                                "generator, of all cores",
                                Stroke.DOTTED,
                                growth(samples, sample -> sample.generatorCpuSeconds() / cores)))
                .toList();
        Chart chart = new Chart(
                "host",
                "CPU of the host, %",
                "Of all cores: all that ran, and dotted the generator.",
                "%",
                Axis.TIME,
                lines,
                spans);
        return chart.hasData() ? List.of(chart) : List.of();
    }

    private static Line line(String name, Stroke stroke, List<Point> shares) {
        List<Point> percent = shares.stream()
                .map(point -> new Point(point.x(), 100 * point.y()))
                .toList();
        return new Line(name, null, stroke, Downsampling.atMost(MOST_POINTS, percent));
    }

    private static List<Point> present(List<HarnessSample> samples, Function<HarnessSample, Double> value) {
        return samples.stream()
                .filter(sample -> value.apply(sample) != null)
                .map(sample -> new Point(sample.atMicros() / MICROS_PER_SECOND, value.apply(sample)))
                .toList();
    }

    /** Growth a second of something cumulative. */
    private static List<Point> growth(List<HarnessSample> samples, Function<HarnessSample, Double> value) {
        BiFunction<HarnessSample, HarnessSample, Point> rate = (before, after) -> {
            double seconds = (after.atMicros() - before.atMicros()) / MICROS_PER_SECOND;
            return new Point(
                    after.atMicros() / MICROS_PER_SECOND, (value.apply(after) - value.apply(before)) / seconds);
        };
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < samples.size(); i++) {
            if (samples.get(i).atMicros() > samples.get(i - 1).atMicros()) {
                points.add(rate.apply(samples.get(i - 1), samples.get(i)));
            }
        }
        return points;
    }

    private static double mean(List<Point> points) {
        return points.stream().mapToDouble(Point::y).average().orElse(Double.NaN);
    }
}

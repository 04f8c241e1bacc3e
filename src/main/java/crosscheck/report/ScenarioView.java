package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.observation.Phase;
import crosscheck.report.Chart.Axis;
import crosscheck.report.Chart.Line;
import crosscheck.report.Chart.Point;
import crosscheck.report.Chart.Span;
import crosscheck.report.Chart.Stroke;
import crosscheck.verdict.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One scenario as clients saw it on both sides.
 *
 * @param times response times and rates, an operation each; first all of them together where there are several
 * @param overTime what was answered, and how fast, over the run
 * @param distributions the response time at each percentile, an operation each
 */
public record ScenarioView(
        String scenario, List<OperationTimes> times, List<Chart> overTime, List<Chart> distributions) {
    private static final int MOST_POINTS = 480;
    private static final int MICROS_PER_SECOND = 1_000_000;

    /** The measurements of both sides for one operation, or for all of a scenario. */
    public record OperationTimes(String operation, Optional<Measurement> python, Optional<Measurement> rust) {
        public Optional<Measurement> of(Implementation implementation) {
            return implementation == Implementation.PYTHON ? python : rust;
        }
    }

    static List<ScenarioView> of(List<Measurement> measurements, Evidence evidence) {
        return measurements.stream()
                .map(Measurement::scenario)
                .distinct()
                .map(scenario -> of(
                        scenario,
                        measurements.stream()
                                .filter(measurement -> measurement.scenario().equals(scenario))
                                .toList(),
                        evidence))
                .toList();
    }

    public String title() {
        return GateTitle.words(scenario);
    }

    private static ScenarioView of(String scenario, List<Measurement> measurements, Evidence evidence) {
        List<OperationTimes> times = measurements.stream()
                .map(Measurement::operation)
                .distinct()
                .map(operation -> new OperationTimes(
                        operation,
                        find(measurements, operation, Implementation.PYTHON),
                        find(measurements, operation, Implementation.RUST)))
                .toList();
        List<Span> spans = spans(evidence, scenario);
        List<Chart> overTime = Stream.of(
                        throughput(scenario, measurements, spans), responseTime(scenario, evidence, spans))
                .filter(Chart::hasData)
                .toList();
        List<Chart> distributions = evidence.load().operations(scenario).stream()
                .map(operation -> distribution(scenario, operation, evidence.load()))
                .filter(Chart::hasData)
                .toList();
        return new ScenarioView(scenario, times, overTime, distributions);
    }

    private static Optional<Measurement> find(
            List<Measurement> measurements, String operation, Implementation implementation) {
        return measurements.stream()
                .filter(measurement ->
                        measurement.operation().equals(operation) && measurement.implementation() == implementation)
                .findFirst();
    }

    static List<Span> spans(Evidence evidence, String scenario) {
        return evidence.judgedPhases().stream()
                .filter(phase -> phase.loads().stream().anyMatch(load -> scenario.equals(load.scenario())))
                .map(ScenarioView::span)
                .toList();
    }

    static Span span(Phase phase) {
        return new Span(
                (double) phase.startMicros() / MICROS_PER_SECOND,
                (double) phase.endMicros() / MICROS_PER_SECOND,
                phase.implementation());
    }

    private static Chart throughput(String scenario, List<Measurement> measurements, List<Span> spans) {
        List<Line> lines = new ArrayList<>();
        for (Implementation side : Implementation.values()) {
            find(measurements, "", side).ifPresent(measurement -> {
                lines.add(new Line(
                        side.id(), side, Stroke.SOLID, Downsampling.atMost(MOST_POINTS, rate(measurement, spans))));
            });
        }
        measurements.stream()
                .map(Measurement::targetRate)
                .filter(rate -> rate != null)
                .findFirst()
                .ifPresent(rate -> lines.add(new Line("planned", null, Stroke.DOTTED, planned(rate, spans))));
        return new Chart(
                "throughput-" + scenario,
                "Throughput, requests/s",
                "Successes in each second of a block; dotted: the planned rate.",
                "requests/s",
                Axis.TIME,
                lines,
                spans);
    }

    /** Only seconds that lie in a block as a whole: of the others it is not known how long they lasted. */
    private static List<Point> rate(Measurement measurement, List<Span> spans) {
        List<Point> points = new ArrayList<>();
        long previous = Long.MIN_VALUE;
        for (Measurement.Second second : measurement.series()) {
            if (spans.stream().noneMatch(span -> span.from() <= second.second() && second.second() + 1 <= span.to())) {
                continue;
            }
            if (!points.isEmpty() && second.second() > previous + 1) {
                points.add(new Point(previous + 1, null));
            }
            points.add(new Point(second.second() + 0.5, (double) second.successes()));
            previous = second.second();
        }
        return points;
    }

    private static List<Point> planned(double rate, List<Span> spans) {
        double from = spans.stream().mapToDouble(Span::from).min().orElse(0);
        double to = spans.stream().mapToDouble(Span::to).max().orElse(0);
        return List.of(new Point(from, rate), new Point(to, rate));
    }

    private static Chart responseTime(String scenario, Evidence evidence, List<Span> spans) {
        List<Line> lines = new ArrayList<>();
        for (Implementation side : Implementation.values()) {
            lines.add(
                    new Line(side + " p50", side, Stroke.SOLID, evidence.load().course(scenario, side, 50)));
            lines.add(
                    new Line(side + " p95", side, Stroke.DOTTED, evidence.load().course(scenario, side, 95)));
        }
        return new Chart(
                "response-time-" + scenario,
                "Response time, ms",
                "Median, and dotted the 95th percentile.",
                "ms",
                Axis.TIME,
                lines,
                spans);
    }

    private static Chart distribution(String scenario, String operation, LoadHistory load) {
        List<Line> lines = Arrays.stream(Implementation.values())
                .map(side -> new Line(side.id(), side, Stroke.SOLID, load.curve(scenario, operation, side)))
                .toList();
        return new Chart(
                "distribution-" + scenario + "-" + operation,
                operation + ", ms at each percentile",
                "Up to the percentile that a single request lies beyond.",
                "ms",
                Axis.PERCENTILE,
                lines,
                List.of());
    }
}

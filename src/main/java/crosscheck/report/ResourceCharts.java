package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.observation.ResourceSample;
import crosscheck.report.Chart.Axis;
import crosscheck.report.Chart.Line;
import crosscheck.report.Chart.Point;
import crosscheck.report.Chart.Span;
import crosscheck.report.Chart.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What both implementations held over the run, a figure a resource; a resource that nobody could read has none. */
final class ResourceCharts {
    private static final int MOST_POINTS = 360;
    private static final double MIB = 1 << 20;
    private static final double MICROS_PER_SECOND = 1_000_000;

    private ResourceCharts() {}

    static List<Chart> of(Evidence evidence) {
        List<Span> spans =
                evidence.judgedPhases().stream().map(ScenarioView::span).toList();
        List<ResourceSample> samples = evidence.resources();
        return Stream.of(
                        new Chart(
                                "cpu",
                                "CPU, % of one core",
                                "Of the process tree; 100 % is one core.",
                                "%",
                                Axis.TIME,
                                lines(samples, ResourceCharts::cpu),
                                spans),
                        memory(samples, spans),
                        gauge(
                                "connections",
                                "Database connections",
                                "PostgreSQL sessions.",
                                samples,
                                ResourceSample::connections,
                                spans),
                        gauge("threads", "Threads", "Of the process tree.", samples, ResourceSample::threads, spans),
                        gauge(
                                "descriptors",
                                "Open descriptors",
                                "Files and sockets of the process tree.",
                                samples,
                                ResourceSample::descriptors,
                                spans),
                        gauge(
                                "queue",
                                "Queue depth, rows",
                                "Rows of the queue table, which both sides share.",
                                samples,
                                ResourceSample::queueDepth,
                                spans))
                .filter(Chart::hasData)
                .toList();
    }

    private static Chart memory(List<ResourceSample> samples, List<Span> spans) {
        boolean proportional = samples.stream().anyMatch(sample -> sample.pssBytes() != null);
        Function<ResourceSample, Long> bytes = proportional ? ResourceSample::pssBytes : ResourceSample::rssBytes;
        String kind = proportional ? "PSS, shared pages counted once" : "RSS, shared pages counted in each process";
        return new Chart(
                "memory",
                "Memory, MiB",
                "Of the process tree, as " + kind + ".",
                "MiB",
                Axis.TIME,
                lines(
                        samples,
                        own -> values(own, sample -> bytes.apply(sample) == null ? null : bytes.apply(sample) / MIB)),
                spans);
    }

    private static Chart gauge(
            String id,
            String title,
            String summary,
            List<ResourceSample> samples,
            Function<ResourceSample, ? extends Number> value,
            List<Span> spans) {
        return new Chart(
                id,
                title,
                summary,
                "",
                Axis.TIME,
                lines(
                        samples,
                        own -> values(own, sample -> {
                            Number number = value.apply(sample);
                            return number == null ? null : number.doubleValue();
                        })),
                spans);
    }

    private static List<Line> lines(List<ResourceSample> samples, Function<List<ResourceSample>, List<Point>> points) {
        return Arrays.stream(Implementation.values())
                .map(side -> new Line(
                        side.id(),
                        side,
                        Stroke.SOLID,
                        Downsampling.atMost(
                                MOST_POINTS,
                                points.apply(samples.stream()
                                        .filter(sample -> sample.implementation() == side)
                                        .toList()))))
                .toList();
    }

    private static List<Point> values(List<ResourceSample> samples, Function<ResourceSample, Double> value) {
        return samples.stream()
                .filter(sample -> value.apply(sample) != null)
                .map(sample -> new Point(sample.atMicros() / MICROS_PER_SECOND, value.apply(sample)))
                .toList();
    }

    /** CPU time is cumulative: the share is its growth over the time since the sample before. */
    private static List<Point> cpu(List<ResourceSample> samples) {
        List<Point> points = new ArrayList<>();
        ResourceSample previous = null;
        for (ResourceSample sample : samples) {
            if (sample.cpuSeconds() == null) {
                continue;
            }
            if (previous != null && sample.atMicros() > previous.atMicros()) {
                double seconds = (sample.atMicros() - previous.atMicros()) / MICROS_PER_SECOND;
                double share = 100 * (sample.cpuSeconds() - previous.cpuSeconds()) / seconds;
                points.add(new Point(sample.atMicros() / MICROS_PER_SECOND, share));
            }
            previous = sample;
        }
        return points;
    }
}

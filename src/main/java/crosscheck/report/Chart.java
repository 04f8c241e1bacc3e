package crosscheck.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import crosscheck.contract.Implementation;
import java.util.List;

/**
 * A figure as data; {@code report.js} draws it.
 *
 * @param id of the element that it is drawn into
 * @param title what it shows, with the unit of the values
 * @param summary what a reader must know to read it, one sentence
 * @param unit of the values
 * @param axis what the horizontal axis holds
 * @param lines the values
 * @param spans stretches of the horizontal axis in which one side was driven
 */
public record Chart(
        String id, String title, String summary, String unit, Axis axis, List<Line> lines, List<Span> spans) {

    public enum Axis {
        /** Seconds since the run's epoch. */
        TIME,
        /** {@code log10(1 / (1 - percentile))}: 0.301 is the median, 2 the 99th percentile. */
        PERCENTILE,
        /** Arrivals a second, logarithmic, as the values are. */
        RATE
    }

    /** How a line is drawn, so that two lines of one side differ by more than colour. */
    public enum Stroke {
        SOLID,
        DOTTED
    }

    /** @param implementation whose values, or {@code null} for a line that belongs to neither side */
    public record Line(String name, Implementation implementation, Stroke stroke, List<Point> points) {}

    /** @param y the value, or {@code null} where the line is interrupted */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Point(double x, Double y) {}

    /** Both ends in the unit of a {@link Axis#TIME} axis. */
    public record Span(double from, double to, Implementation implementation) {}

    /** Whether there is anything to draw. */
    public boolean hasData() {
        return lines.stream().flatMap(line -> line.points().stream()).anyMatch(point -> point.y() != null);
    }
}

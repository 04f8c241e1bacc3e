package crosscheck.report;

import crosscheck.capacity.Capacity;
import crosscheck.capacity.Estimate;
import crosscheck.capacity.Step;
import crosscheck.report.Chart.Axis;
import crosscheck.report.Chart.Line;
import crosscheck.report.Chart.Point;
import crosscheck.report.Chart.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What each side holds at most, and what it answers on the way there.
 *
 * @param latency response times against the rate of arrivals
 */
public record CapacityView(Capacity capacity, Chart latency) {

    /** {@code null} where the run did not ask. */
    static CapacityView of(Capacity capacity) {
        return capacity == null ? null : new CapacityView(capacity, latency(capacity));
    }

    /** A value with its interval, or that there is none. */
    public static String estimate(Estimate estimate, String unit) {
        if (estimate == null) {
            return "not known";
        }
        String upper = estimate.upper() == null ? "no upper end" : Figures.number(estimate.upper());
        String least = estimate.upper() == null ? "at least " : "";
        return least + Figures.with(unit, estimate.value()) + " (" + Figures.number(estimate.lower()) + " to " + upper
                + ")";
    }

    /** Why a side was not driven beyond its capacity. */
    public static String notOverloaded(Capacity.Side side) {
        Estimate capacity = side.search().capacity();
        if (capacity == null) {
            return "not played: its capacity is not known";
        }
        return capacity.upper() == null
                ? "not played: its capacity has no known upper end"
                : "not played: the generator cannot drive that much, or the run was over before";
    }

    private static Chart latency(Capacity capacity) {
        List<Line> lines = new ArrayList<>();
        for (Capacity.Side side : capacity.sides()) {
            lines.add(line(side, "p50", Stroke.SOLID, Step::p50));
            lines.add(line(side, "p95", Stroke.DOTTED, Step::p95));
        }
        return new Chart(
                "capacity-latency",
                "Latency against rate, ms by arrivals/s",
                "From the planned arrival to the complete answer; median, and dotted the 95th percentile; both axes logarithmic.",
                "ms",
                Axis.RATE,
                lines,
                List.of());
    }

    /** Steps at one rate follow each other as they were played. */
    private static Line line(Capacity.Side side, String name, Stroke stroke, ToDoubleFunction<Step> value) {
        List<Point> points = side.search().steps().stream()
                .sorted(Comparator.comparingDouble(Step::rate))
                .map(step -> new Point(step.rate(), value.applyAsDouble(step)))
                .toList();
        return new Line(side.implementation() + " " + name, side.implementation(), stroke, points);
    }
}

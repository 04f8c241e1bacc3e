package crosscheck.report;

import crosscheck.report.Chart.Axis;
import crosscheck.report.Chart.Line;
import crosscheck.report.Chart.Point;
import crosscheck.report.Chart.Stroke;
import crosscheck.verdict.ResourceSummary;
import crosscheck.verdict.ResourceTrend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How resources moved over the minutes of load, a figure a resource: what was measured, and the slope that was judged. */
final class TrendCharts {
    private static final int SECONDS_PER_MINUTE = 60;

    private record Of(ResourceSummary side, ResourceTrend trend) {}

    private TrendCharts() {}

    static List<Chart> of(List<ResourceSummary> resources) {
        Map<String, List<Of>> byResource = new LinkedHashMap<>();
        for (ResourceSummary side : resources) {
            for (ResourceTrend trend : side.trends()) {
                byResource
                        .computeIfAbsent(trend.resource(), resource -> new ArrayList<>())
                        .add(new Of(side, trend));
            }
        }
        return byResource.entrySet().stream()
                .map(entry -> chart(entry.getKey(), entry.getValue()))
                .filter(Chart::hasData)
                .toList();
    }

    private static Chart chart(String resource, List<Of> sides) {
        String unit = sides.get(0).trend().unit();
        List<Line> lines = new ArrayList<>();
        List<String> slopes = new ArrayList<>();
        for (Of of : sides) {
            ResourceTrend trend = of.trend();
            String name = of.side().implementation().id();
            lines.add(new Line(name, of.side().implementation(), Stroke.SOLID, series(trend)));
            if (trend.line() != null) {
                lines.add(new Line(name + " slope", of.side().implementation(), Stroke.DOTTED, slope(trend)));
                slopes.add(name + " " + Figures.number(trend.slopePerMinute()) + " ("
                        + Figures.number(trend.lowerPerMinute()) + " to " + Figures.number(trend.upperPerMinute())
                        + ")");
            }
        }
        String summary = slopes.isEmpty() ? "Too short for a slope." : String.join(", ", slopes) + " " + unit + "/min.";
        return new Chart(
                "trend-" + resource,
                GateTitle.words(resource) + " over minutes of load, " + unit,
                "Dotted: the slope that was judged. " + summary,
                unit,
                Axis.TIME,
                lines,
                List.of());
    }

    private static List<Point> series(ResourceTrend trend) {
        return trend.series().stream()
                .map(measured -> new Point(measured.minute() * SECONDS_PER_MINUTE, measured.value()))
                .toList();
    }

    private static List<Point> slope(ResourceTrend trend) {
        return List.of(
                new Point(
                        trend.line().fromMinute() * SECONDS_PER_MINUTE,
                        trend.line().fromValue()),
                new Point(
                        trend.line().toMinute() * SECONDS_PER_MINUTE,
                        trend.line().toValue()));
    }
}

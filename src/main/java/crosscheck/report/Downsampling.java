package crosscheck.report;

import crosscheck.report.Chart.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Long series made short enough for a page without losing what a reader looks for: the extremes. */
final class Downsampling {
    private static final int KEPT_PER_BUCKET = 3;

    private Downsampling() {}

    /**
     * At most {@code limit} points of the series: of each of equally many neighbours the least, the median and the greatest,
     * in their order. Interruptions count as points and are kept.
     */
    static List<Point> atMost(int limit, List<Point> points) {
        if (points.size() <= limit) {
            return points;
        }
        int buckets = Math.max(1, limit / (KEPT_PER_BUCKET + 1));
        List<Point> kept = new ArrayList<>(limit);
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = (int) ((long) bucket * points.size() / buckets);
            int to = (int) ((long) (bucket + 1) * points.size() / buckets);
            kept.addAll(extremesAndMedian(points.subList(from, to)));
        }
        return kept;
    }

    private static List<Point> extremesAndMedian(List<Point> points) {
        List<Point> byValue = points.stream()
                .filter(point -> point.y() != null)
                .sorted(Comparator.comparing(Point::y))
                .toList();
        Set<Point> chosen = new LinkedHashSet<>();
        points.stream().filter(point -> point.y() == null).findFirst().ifPresent(chosen::add);
        if (!byValue.isEmpty()) {
            chosen.add(byValue.get(0));
            chosen.add(byValue.get(byValue.size() / 2));
            chosen.add(byValue.get(byValue.size() - 1));
        }
        return chosen.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
    }
}

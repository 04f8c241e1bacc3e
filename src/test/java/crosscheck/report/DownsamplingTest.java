package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.report.Chart.Point;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DownsamplingTest {
    @Test
    void shortSeriesStayAsTheyAre() {
        List<Point> points = List.of(new Point(0, 1.0), new Point(1, null));

        assertThat(Downsampling.atMost(2, points)).isSameAs(points);
    }

    @Test
    void keepsTheExtremesAndTheOrder() {
        List<Point> points = IntStream.range(0, 10_000)
                .mapToObj(i -> new Point(i, i == 4_321 ? 99.0 : i == 8_765 ? -99.0 : Math.sin(i)))
                .toList();

        List<Point> kept = Downsampling.atMost(400, points);

        assertThat(kept)
                .hasSizeBetween(200, 400)
                .contains(points.get(4_321), points.get(8_765))
                .isSortedAccordingTo(Comparator.comparingDouble(Point::x));
    }

    @Test
    void keepsInterruptions() {
        List<Point> points = IntStream.range(0, 1_000)
                .mapToObj(i -> new Point(i, i == 500 ? null : 1.0 * i))
                .toList();

        assertThat(Downsampling.atMost(100, points)).contains(points.get(500));
    }
}

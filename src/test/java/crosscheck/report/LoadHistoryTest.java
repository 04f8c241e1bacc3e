package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crosscheck.contract.Implementation;
import crosscheck.observation.Outcome;
import crosscheck.observation.Phase;
import crosscheck.observation.Phase.Kind;
import crosscheck.observation.RequestRecord;
import crosscheck.report.Chart.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadHistoryTest {
    private static final List<Phase> PHASES = List.of(
            new Phase(0, Implementation.RUST, Kind.WARM_UP, 0, List.of(), 0, 1_000_000),
            new Phase(1, Implementation.RUST, Kind.LOAD, 0, List.of(), 1_000_000, 9_000_000));

    private final LoadHistory history = new LoadHistory(PHASES, 50_000);

    @Test
    void hasAPercentileCurveUpToTheLastRequest() {
        for (int i = 1; i <= 1_000; i++) {
            request(1, 2_000_000, 0, i * 1_000);
        }

        List<Point> curve = history.curve("load", "assign", Implementation.RUST);

        assertThat(curve.get(curve.size() - 1).x()).isCloseTo(3, within(0.051));
        assertThat(at(curve, 1)).isCloseTo(900, within(9.0));
        assertThat(at(curve, 2)).isCloseTo(990, within(9.9));
    }

    @Test
    void leavesWarmUpOut() {
        request(0, 500_000, 0, 1_000);

        assertThat(history.curve("load", "assign", Implementation.RUST)).isEmpty();
        assertThat(history.operations("load")).isEmpty();
    }

    @Test
    void isInterruptedWhereNothingWasAnswered() {
        request(1, 2_000_000, 0, 4_000);
        request(1, 5_000_000, 0, 8_000);

        assertThat(history.course("load", Implementation.RUST, 50))
                .extracting(Point::x)
                .containsExactly(2.5, 5.5, 5.5);
        assertThat(history.course("load", Implementation.RUST, 50))
                .element(1)
                .extracting(Point::y)
                .isNull();
    }

    @Test
    void countsWhatWasSentLate() {
        request(1, 2_000_000, 50_000, 1_000);
        request(1, 2_000_000, 50_001, 1_000);

        assertThat(history.lateShare()).isEqualTo(0.5);
    }

    private void request(int phase, long planned, long delay, long response) {
        history.add(new RequestRecord(
                phase,
                "load",
                "assign",
                planned,
                planned + delay,
                planned + delay + response,
                Outcome.SUCCESS,
                200,
                "",
                0,
                "",
                "",
                0,
                0));
    }

    private static double at(List<Point> curve, double nines) {
        return curve.stream()
                .filter(point -> Math.abs(point.x() - nines) < 1e-9)
                .findFirst()
                .orElseThrow()
                .y();
    }
}

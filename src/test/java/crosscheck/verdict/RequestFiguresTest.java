package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crosscheck.observation.Outcome;
import crosscheck.observation.RequestRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestFiguresTest {
    private static final int MILLI = 1_000;
    private static final int SECOND = 1_000_000;

    @Test
    void countsWhatBecameOfEachRequest() {
        RequestFigures figures = of(
                request(0, 0, 2 * MILLI, Outcome.SUCCESS),
                request(SECOND, 0, 2 * MILLI, Outcome.TIMEOUT),
                request(2 * SECOND, 0, 2 * MILLI, Outcome.EMPTY));
        figures.add(request(2 * SECOND, 0, 2 * MILLI, Outcome.EMPTY), true);

        assertThat(figures.requests()).isEqualTo(4);
        assertThat(figures.outcomes()).isEqualTo(Map.of(Outcome.SUCCESS, 1L, Outcome.TIMEOUT, 1L, Outcome.EMPTY, 2L));
        assertThat(figures.successes()).isEqualTo(1);
        assertThat(figures.falseEmpties()).isEqualTo(1);
        assertThat(figures.errors()).isEqualTo(2);
        assertThat(figures.bytesOut()).isEqualTo(4 * 200);
        assertThat(figures.bytesIn()).isEqualTo(4 * 300);
        assertThat(figures.seconds())
                .containsExactly(
                        new Measurement.Second(0, 1, 0),
                        new Measurement.Second(1, 0, 1),
                        new Measurement.Second(2, 0, 2));
    }

    @Test
    void timesAreFromSendingAndFromThePlannedArrival() {
        RequestFigures figures = of(
                request(0, 0, 10 * MILLI, Outcome.SUCCESS),
                request(0, 0, 20 * MILLI, Outcome.SUCCESS),
                request(0, 50 * MILLI, 30 * MILLI, Outcome.SUCCESS));

        assertThat(figures.meanMillis()).isEqualTo(20);
        assertThat(figures.quantileMillis(0.5)).isCloseTo(20, within(0.02));
        assertThat(figures.response().mean()).isEqualTo(20);
        assertThat(figures.response().max()).isCloseTo(30, within(0.03));
        assertThat(figures.latency().mean()).isCloseTo(110 / 3.0, within(1e-9));
        assertThat(figures.latency().p50()).isCloseTo(20, within(0.02));
        assertThat(figures.latency().max()).isCloseTo(80, within(0.1));
        assertThat(figures.laterThan(49 * MILLI)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(figures.laterThan(51 * MILLI)).isZero();
    }

    @Test
    void theClockIsAsFineAsItsFinestTime() {
        RequestFigures coarse =
                of(request(0, 0, 2 * MILLI, Outcome.SUCCESS), request(0, 0, 4 * MILLI, Outcome.SUCCESS));
        RequestFigures fine = of(request(0, 0, 2 * MILLI + 1, Outcome.SUCCESS));

        assertThat(coarse.clockResolutionMillis()).isEqualTo(1);
        assertThat(coarse.resolutionMillis(0.5)).isEqualTo(1);
        assertThat(fine.clockResolutionMillis()).isEqualTo(0.001);
        assertThat(fine.resolutionMillis(0.5)).isLessThan(0.01);
        assertThat(RequestFigures.sum(List.of(coarse, fine)).clockResolutionMillis())
                .isEqualTo(0.001);
    }

    @Test
    void setsAddUp() {
        RequestFigures one = of(request(0, 0, 10 * MILLI, Outcome.SUCCESS), request(0, 0, 10 * MILLI, Outcome.WRONG));
        RequestFigures other = of(request(0, 5 * MILLI, 40 * MILLI, Outcome.SUCCESS));
        other.add(request(SECOND, 0, 40 * MILLI, Outcome.EMPTY), true);
        RequestFigures sum = RequestFigures.sum(List.of(one, other));

        assertThat(sum.requests()).isEqualTo(4);
        assertThat(sum.outcomes()).isEqualTo(Map.of(Outcome.SUCCESS, 2L, Outcome.WRONG, 1L, Outcome.EMPTY, 1L));
        assertThat(sum.falseEmpties()).isEqualTo(1);
        assertThat(sum.errors()).isEqualTo(2);
        assertThat(sum.meanMillis()).isEqualTo(25);
        assertThat(sum.latency().mean()).isEqualTo(26.25);
        assertThat(sum.quantileMillis(1)).isCloseTo(40, within(0.05));
        assertThat(sum.laterThan(1)).isEqualTo(0.25);
        assertThat(sum.bytesOut()).isEqualTo(4 * 200);
        assertThat(sum.bytesIn()).isEqualTo(4 * 300);
        assertThat(sum.seconds()).containsExactly(new Measurement.Second(0, 2, 1), new Measurement.Second(1, 0, 1));
    }

    @Test
    void withoutRequestsThereAreNoTimes() {
        RequestFigures none = of();

        assertThat(none.response()).isNull();
        assertThat(none.latency()).isNull();
        assertThat(none.laterThan(0)).isZero();
    }

    private static RequestFigures of(RequestRecord... requests) {
        RequestFigures figures = new RequestFigures();
        for (RequestRecord request : requests) {
            figures.add(request, false);
        }
        return figures;
    }

    private static RequestRecord request(long planned, long late, long response, Outcome outcome) {
        long sent = planned + late;
        return new RequestRecord(
                0, "s", "assign", planned, sent, sent + response, outcome, 200, "", 0, "", "", 200, 300);
    }
}

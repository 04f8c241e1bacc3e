package crosscheck.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crosscheck.contract.Implementation;
import crosscheck.observation.Outcome;
import crosscheck.observation.Phase.Kind;
import crosscheck.observation.RequestRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** One phase in figures, from requests that are written down here. */
class PhaseHistoryTest {
    private static final long SECOND = 1_000_000;
    private static final long MILLI = 1_000;
    private static final Limits LIMITS = new Limits(1000, 0.01, 0.95, 50 * MILLI, 1, 20);

    /** How a request was sent after its planned time, and answered after it was sent. */
    private record Course(long late, long response, Outcome outcome) {
        static Course answered(long response) {
            return new Course(0, response, Outcome.SUCCESS);
        }
    }

    @Test
    void aRateIsHeldWhereEverythingIsAnsweredInTime() {
        Step step = step(planned -> Course.answered(10 * MILLI));

        assertThat(step.held()).isTrue();
        assertThat(step.reason()).isEmpty();
        assertThat(step.requests()).isEqualTo(300);
        assertThat(step.achieved()).isCloseTo(100, within(0.5));
        assertThat(step.p50()).isEqualTo(10);
        assertThat(step.errorRate()).isZero();
    }

    @Test
    void theLeadInIsNotJudged() {
        assertThat(step(planned -> Course.answered(planned < SECOND ? 3 * SECOND : 10 * MILLI))
                        .p99())
                .isEqualTo(10);
    }

    @Test
    void latencyCountsFromThePlannedTime() {
        Step step = step(planned -> new Course(1200 * MILLI, 5 * MILLI, Outcome.SUCCESS));

        assertThat(step.held()).isFalse();
        assertThat(step.reason()).isEqualTo("assign: p95 1205 ms");
    }

    @Test
    void onePercentErrorsAreTooMany() {
        Step step = step(
                planned -> new Course(0, MILLI, planned % SECOND == 500 * MILLI ? Outcome.WRONG : Outcome.SUCCESS));

        assertThat(step.reason()).isEqualTo("assign: 1.0 % errors");
    }

    @Test
    void anEmptyQueueIsAnErrorSinceWorkWasPrepared() {
        assertThat(step(planned -> new Course(0, MILLI, Outcome.EMPTY)).errorRate())
                .isEqualTo(1);
    }

    @Test
    void answersThatFallBehindAreNotHeldThoughEachIsInTime() {
        // 10 % slower than they arrive: 0.3 s behind at the end.
        Step step = step(planned -> Course.answered(10 * MILLI + planned / 10));

        assertThat(step.p95()).isLessThan(1000);
        assertThat(step.reason()).matches("9[01]\\.\\d successes/s");
    }

    @Test
    void anArrivalThatWaitedForAFreeUserIsToldFromALateGenerator() {
        Step busy = step(planned -> new Course(planned > 2 * SECOND ? 900 * MILLI : 0, 800 * MILLI, Outcome.SUCCESS));
        Step late = step(planned -> new Course(planned > 2 * SECOND ? 100 * MILLI : 0, 10 * MILLI, Outcome.SUCCESS));

        assertThat(busy.waited()).isGreaterThan(0.5);
        assertThat(late.waited()).isZero();
        assertThat(late.late()).isCloseTo(2.0 / 3, within(0.01));
    }

    @Test
    void recoveryIsTheTimeUntilEveryHalfSecondIsWellAgain() {
        Played played = overload(planned -> Course.answered(planned < 5200 * MILLI ? 2 * SECOND : MILLI));

        assertThat(played.steps()).extracting(Step::held).containsExactly(false, true);
        assertThat(played.recoverySeconds()).isEqualTo(1.5);
    }

    @Test
    void whatIsStillSlowAtTheEndHasNotRecovered() {
        assertThat(overload(planned -> Course.answered(2 * SECOND)).recoverySeconds())
                .isNull();
    }

    @Test
    void whatNeverSufferedRecoversAtOnce() {
        assertThat(overload(planned -> Course.answered(MILLI)).recoverySeconds())
                .isZero();
    }

    private static Step step(LongFunction<Course> course) {
        return played(Kind.CAPACITY, List.of(new Stretch(100, 4)), course).step();
    }

    /** Four seconds of 100 arrivals, then six of 50. */
    private static Played overload(LongFunction<Course> course) {
        return played(Kind.OVERLOAD, List.of(new Stretch(100, 4), new Stretch(50, 6)), course);
    }

    private static Played played(Kind kind, List<Stretch> stretches, LongFunction<Course> course) {
        List<RequestRecord> requests = new ArrayList<>();
        Arrivals arrivals = new Arrivals(stretches, new Mix(0), 0);
        for (var next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
            requests.add(request(next.get().plannedMicros(), course));
        }
        return new PhaseHistory(7, new Turn(kind, Implementation.RUST, stretches), requests, LIMITS).played();
    }

    private static RequestRecord request(long planned, LongFunction<Course> course) {
        Course went = course.apply(planned);
        long sent = planned + went.late();
        return new RequestRecord(
                7,
                "queue-assignment",
                "assign",
                planned,
                sent,
                sent + went.response(),
                went.outcome(),
                200,
                "",
                0,
                "",
                "",
                0,
                0);
    }
}

package crosscheck.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.capacity.Arrivals.Arrival;
import crosscheck.observation.Phase;
import crosscheck.phase.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Mix MIX = new Mix(1.0 / 3);

    @Test
    void areEvenlySpacedAndTakenOnceEach() {
        List<Arrival> arrivals = all(new Arrivals(List.of(new Stretch(4, 1)), MIX, 1_000));

        assertThat(arrivals).extracting(Arrival::plannedMicros).containsExactly(1_000L, 251_000L, 501_000L, 751_000L);
    }

    @Test
    void oneStretchFollowsTheOther() {
        List<Arrival> arrivals = all(new Arrivals(List.of(new Stretch(2, 1), new Stretch(1, 2)), MIX, 0));

        assertThat(arrivals).extracting(Arrival::plannedMicros).containsExactly(0L, 500_000L, 1_000_000L, 2_000_000L);
    }

    @Test
    void everyThirdHandsInAResult() {
        List<Arrival> arrivals = all(new Arrivals(List.of(new Stretch(300, 1)), MIX, 0));

        assertThat(arrivals.stream().limit(6).map(Arrival::scenario))
                .containsExactly(
                        Scenario.QUEUE_ASSIGNMENT,
                        Scenario.QUEUE_ASSIGNMENT,
                        Scenario.RESULT_SUBMISSION,
                        Scenario.QUEUE_ASSIGNMENT,
                        Scenario.QUEUE_ASSIGNMENT,
                        Scenario.RESULT_SUBMISSION);
        assertThat(arrivals)
                .filteredOn(arrival -> arrival.scenario() == Scenario.RESULT_SUBMISSION)
                .hasSize(100);
    }

    @Test
    void loadsOnDiskTellTheStretches() {
        List<Stretch> stretches = List.of(new Stretch(80, 4), new Stretch(40, 10));
        Mix quarter = new Mix(0.25);

        assertThat(quarter.loads(stretches))
                .containsExactly(
                        new Phase.Load("queue-assignment", 60, 4, 0),
                        new Phase.Load("result-submission", 20, 4, 0),
                        new Phase.Load("queue-assignment", 30, 10, 0),
                        new Phase.Load("result-submission", 10, 10, 0));
        assertThat(Mix.stretches(quarter.loads(stretches))).isEqualTo(stretches);
    }

    private static List<Arrival> all(Arrivals arrivals) {
        return Stream.generate(arrivals::next)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
    }
}

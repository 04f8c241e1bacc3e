package crosscheck.phase;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import crosscheck.observation.LoadExchange;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerSampleTest {
    @Test
    void hasEveryItemWhereNoMoreArePlannedThanItHolds() {
        AnswerSample sample = sample(Phase.Kind.LOAD, new Phase.Load("queue-assignment", 50, 10, 0));

        assertThat(LongStream.rangeClosed(1, 500)).allMatch(sample::wants);
        assertThat(sample.wants(0)).isFalse();
    }

    @Test
    void spreadsOverALongerPhase() {
        AnswerSample sample = sample(
                Phase.Kind.LOAD,
                new Phase.Load("queue-assignment", 50, 60, 0),
                new Phase.Load("result-submission", 25, 60, 0));

        assertThat(LongStream.rangeClosed(1, 4500).filter(sample::wants)).hasSize(500);
        assertThat(LongStream.rangeClosed(4001, 4500).filter(sample::wants)).hasSizeBetween(50, 60);
    }

    @Test
    void keepsNoMoreOfAClosedLoadThanItHolds() {
        AnswerSample sample = sample(Phase.Kind.JOURNEY, new Phase.Load("worker-journey", 0, 1, 8));
        for (int item = 1; item <= 3_000; item++) {
            sample.add(new LoadExchange(0, item, null));
        }

        assertThat(sample.wants(1)).isFalse();
        assertThat(sample.kept()).hasSize(2_000).first().isEqualTo(new LoadExchange(0, 1, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.Kind.class,
            names = {"WARM_UP", "GENERATOR", "CAPACITY", "OVERLOAD"})
    void isOfPhasesThatHaveACounterpart(Phase.Kind kind) {
        assertThat(sample(kind, new Phase.Load("queue-assignment", 50, 5, 0)).wants(1))
                .isFalse();
    }

    private static AnswerSample sample(Phase.Kind kind, Phase.Load... loads) {
        return new AnswerSample(new PlannedPhase(0, Implementation.RUST, kind, 0, List.of(loads)));
    }
}

package crosscheck.sampling.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crosscheck.sampling.trend.LeakJudgement.Answer;
import crosscheck.sampling.trend.Trend.Shape;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each shape is called, on series with one seeded noise or none. Error rates: {@link TrendCatalogueIT}. */
class LeakJudgementTest {
    @Test
    void aConstantIsNoLeakOfAnySize() {
        LeakJudgement judgement = LeakJudgement.of(trend(everyTenSeconds(minute -> 10)), 0.1);

        assertThat(judgement.answer()).isEqualTo(Answer.NO_LEAK);
        assertThat(judgement.trend().high()).isLessThan(1e-6);
    }

    @Test
    void aLeakIsFoundWithItsSize() {
        LeakJudgement judgement = judge(minute -> 2 * minute);

        assertThat(judgement.answer()).isEqualTo(Answer.LEAK);
        assertThat(judgement.trend().shape()).isEqualTo(Shape.STEADY);
        assertThat(judgement.trend().slopePerMinute()).isCloseTo(2, within(0.1));
        assertThat(judgement.trend().low()).isLessThan(2);
        assertThat(judgement.trend().high()).isGreaterThan(2);
        assertThat(judgement.trend().growthPerDay()).isCloseTo(2_880, within(150.0));
    }

    @Test
    void growthTooSmallToMatterIsNoLeak() {
        assertThat(judge(minute -> 0.3 * minute).answer()).isEqualTo(Answer.NO_LEAK);
    }

    @Test
    void whatFallsIsNoLeak() {
        assertThat(judge(minute -> -3 * minute).answer()).isEqualTo(Answer.NO_LEAK);
    }

    @Test
    void aStepIsNoLeak() {
        LeakJudgement judgement = judge(minute -> minute < 6 ? 0 : 20);

        assertThat(judgement.answer()).isEqualTo(Answer.NO_LEAK);
        assertThat(judgement.trend().shape()).isEqualTo(Shape.STEP);
    }

    @Test
    void aPoolThatFillsIsNoLeak() {
        LeakJudgement judgement = judge(minute -> Math.min(minute, 4) * 5);

        assertThat(judgement.answer()).isEqualTo(Answer.NO_LEAK);
        assertThat(judgement.trend().shape()).isEqualTo(Shape.SETTLED);
    }

    @Test
    void aLeakThatStartsAfterAWhileIsFound() {
        assertThat(judge(minute -> 3 * Math.max(0, minute - 4)).answer()).isEqualTo(Answer.LEAK);
    }

    @Test
    void onlyTheFloorsOfASawtoothCount() {
        LeakJudgement flat = judge(minute -> 60 * (minute * 1.01 % 1));
        LeakJudgement leak = judge(minute -> 60 * (minute * 1.01 % 1) + 4 * minute);

        assertThat(flat.trend().shape()).isEqualTo(Shape.FLOORS);
        assertThat(flat.answer()).isNotEqualTo(Answer.LEAK);
        assertThat(leak.trend().shape()).isEqualTo(Shape.FLOORS);
        assertThat(leak.answer()).isEqualTo(Answer.LEAK);
    }

    @Test
    void tooShortASeriesSaysNothing() {
        List<Measurement> series = everyTenSeconds(minute -> 5 * minute).subList(0, 9);

        LeakJudgement judgement = LeakJudgement.of(trend(series), 1);

        assertThat(judgement.answer()).isEqualTo(Answer.INCONCLUSIVE);
        assertThat(judgement.trend().shape()).isEqualTo(Shape.TOO_SHORT);
        assertThat(LeakJudgement.of(trend(List.of()), 1).answer()).isEqualTo(Answer.INCONCLUSIVE);
    }

    @Test
    void noiseThatHidesALeakIsInconclusive() {
        assertThat(judge(minute -> 0, 20).answer()).isEqualTo(Answer.INCONCLUSIVE);
    }

    @Test
    void grossGrowthIsBetweenTheMediansOfTwoBlocks() {
        List<Measurement> first = List.of(new Measurement(0, 10), new Measurement(1, 500), new Measurement(2, 12));
        List<Measurement> last = List.of(new Measurement(9, 40), new Measurement(10, 42));

        assertThat(GrossGrowth.between(first, last)).hasValue(29);
        assertThat(GrossGrowth.between(first, List.of())).isEqualTo(OptionalDouble.empty());
    }

    private static LeakJudgement judge(DoubleUnaryOperator level) {
        return judge(level, 0.3);
    }

    private static LeakJudgement judge(DoubleUnaryOperator level, double noise) {
        List<Measurement> series = everyTenSeconds(level);
        Random random = new Random(42);
        List<Measurement> noisy = series.stream()
                .map(each -> new Measurement(each.minute(), each.value() + noise * random.nextGaussian()))
                .toList();
        return LeakJudgement.of(trend(noisy), 1);
    }

    private static Trend trend(List<Measurement> series) {
        return Trends.of(series, 1, 0, 0.00125);
    }

    private static List<Measurement> everyTenSeconds(DoubleUnaryOperator level) {
        return IntStream.range(0, 60)
                .mapToObj(i -> new Measurement(i / 6.0, 100 + level.applyAsDouble(i / 6.0)))
                .toList();
    }
}

package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Against values of tables and of pencil and paper. */
class StatisticsTest {

    @Test
    void clopperAndPearsonsBounds() {
        // By their definition: sums of binomial probabilities, solved by bisection.
        assertThat(new Proportion(10, 100).lower(0.95)).isCloseTo(0.0552632377, within(1e-8));
        assertThat(new Proportion(10, 100).upper(0.95)).isCloseTo(0.1637176233, within(1e-8));
    }

    @Test
    void boundsOfNoHitsAndOfHitsOnly() {
        // 1 - 0.05^(1/n)
        assertThat(new Proportion(0, 2994).upper(0.95)).isGreaterThan(0.001);
        assertThat(new Proportion(0, 2995).upper(0.95)).isLessThan(0.001);
        assertThat(new Proportion(0, 10).lower(0.95)).isZero();
        assertThat(new Proportion(10, 10).upper(0.95)).isEqualTo(1);
        assertThat(new Proportion(10, 10).lower(0.95)).isCloseTo(Math.pow(0.05, 0.1), within(1e-9));
    }

    @Test
    void studentsIntervalOfSixPairs() {
        // mean 3.5, s = sqrt(3.5), t(0.975, 5) = 2.570582
        PairedDifference difference = PairedDifference.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0));

        assertThat(difference.mean()).isEqualTo(3.5);
        assertThat(difference.halfWidth(0.95)).isCloseTo(2.570582 * Math.sqrt(3.5 / 6), within(1e-5));
    }

    @Test
    void studentsTailProbabilities() {
        // t = -2.5 / sqrt(3.5 / 6) = -3.27327 with 5 degrees of freedom
        PairedDifference difference = PairedDifference.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0));

        assertThat(difference.notBelow(6)).isCloseTo(0.01105923, within(1e-7));
        assertThat(difference.notAbove(6)).isCloseTo(1 - difference.notBelow(6), within(1e-12));
    }

    @Test
    void oneDifferenceSaysNothing() {
        PairedDifference difference = PairedDifference.of(List.of(1.0));

        assertThat(difference.notBelow(100)).isEqualTo(1);
        assertThat(difference.notAbove(-100)).isEqualTo(1);
        assertThat(difference.halfWidth(0.95)).isNaN();
    }

    @Test
    void differencesWithoutNoiseAreCertain() {
        PairedDifference difference = PairedDifference.of(List.of(1.0, 1.0, 1.0));

        assertThat(difference.notBelow(2)).isZero();
        assertThat(difference.notBelow(1)).isEqualTo(1);
        assertThat(difference.notAbove(0)).isZero();
    }

    @Test
    void holmsAdjustment() {
        // 4 * 0.005, 3 * 0.01, 2 * 0.03, and the last no smaller than the one before it.
        assertThat(Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005)))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(Holm.adjust(List.of())).isEmpty();
    }

    @Test
    void ranksAroundAQuantile() {
        QuantileRange range = QuantileRange.of(0.95, 1000, 0.95);

        assertThat(range.lower()).isCloseTo(0.95 - 0.013508, within(1e-5));
        assertThat(range.upper()).isCloseTo(0.95 + 0.013508, within(1e-5));
        assertThat(QuantileRange.of(0.95, 10, 0.95).upper()).isEqualTo(1);
    }

    @Test
    void theRatioIsGeometricAndItsIntervalSpansTheBlocks() {
        Ratio ratio = Ratio.of(List.of(new Ratio.Pair(100, 25), new Ratio.Pair(100, 100)), 0.95);

        assertThat(ratio.mean()).isCloseTo(0.5, within(1e-12));
        assertThat(ratio.lower()).isLessThan(0.25);
        assertThat(ratio.upper()).isGreaterThan(1);
        assertThat(Ratio.of(List.of(new Ratio.Pair(100, 50)), 0.95)).isEqualTo(new Ratio(0.5, 0.5, 0.5, 1));
    }

    @Test
    void aConstantLatencyDoesNotLowerTheCompletionRate() {
        assertThat(CompletionRate.of(times(1000, 20_000, 0)).perSecond()).isCloseTo(50, within(1e-9));
        assertThat(CompletionRate.of(times(1000, 20_000, 3_000_000)).perSecond())
                .isCloseTo(50, within(1e-9));
    }

    @Test
    void aStragglerDoesNotLowerTheCompletionRate() {
        long[] times = times(1000, 20_000, 0);
        times[500] += 60_000_000;

        assertThat(CompletionRate.of(times).perSecond()).isCloseTo(50, within(0.1));
    }

    @Test
    void aSlowerTargetLowersTheCompletionRate() {
        assertThat(CompletionRate.of(times(1000, 25_000, 0)).perSecond()).isCloseTo(40, within(1e-9));
    }

    @Test
    void completionRatesOfBlocksAddUp() {
        CompletionRate block = CompletionRate.of(times(100, 20_000, 0));

        assertThat(block.plus(CompletionRate.of(times(100, 20_000, 900_000_000)))
                        .perSecond())
                .isCloseTo(50, within(1e-9));
        assertThat(block.plus(CompletionRate.NONE)).isEqualTo(block);
        assertThat(CompletionRate.of(new long[] {1})).isEqualTo(CompletionRate.NONE);
    }

    private static long[] times(int count, long step, long offset) {
        return LongStream.range(0, count).map(i -> offset + i * step).toArray();
    }
}

package crosscheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DriftTest {
    @Test
    void independentRunsAreWorthWhatTheyAre() {
        Drift drift = new Drift(0, 2, 20);

        assertThat(drift.standardError(20, 5)).isCloseTo(2 * Math.sqrt(1 / 20.0 + 1 / 5.0), within(1e-12));
        assertThat(drift.freedom()).isCloseTo(19, within(1e-12));
    }

    @Test
    void twoRunsInARowThatAreAlikeTellLittleMoreThanOne() {
        Drift drift = new Drift(0.9, 1, 60);

        assertThat(drift.standardError(60, 2)).isGreaterThan(0.95);
        assertThat(drift.freedom()).isLessThan(10);
    }

    @Test
    void isLearntFromASeriesWithoutBias() {
        assertThat(learnt(0)).isBetween(0.0, 0.05);
        assertThat(learnt(0.5)).isCloseTo(0.5, within(0.03));
    }

    @Test
    void aSeriesThatDoesNotMoveHasNoNoise() {
        Drift drift = Drift.of(new double[] {2, 2, 2, 2, 2}, 0);

        assertThat(drift.deviation()).isZero();
        assertThat(drift.atLeast(0.1).deviation()).isEqualTo(0.1);
    }

    /** The mean of what is learnt of 400 machines from six metrics of 40 runs each. */
    private static double learnt(double correlation) {
        return IntStream.range(0, 400)
                .mapToDouble(seed -> {
                    Random random = new Random(seed);
                    return Drift.autocorrelation(Stream.generate(() -> series(correlation, random))
                            .limit(6)
                            .toList());
                })
                .average()
                .orElseThrow();
    }

    private static double[] series(double correlation, Random random) {
        double[] series = new double[40];
        series[0] = random.nextGaussian();
        for (int i = 1; i < series.length; i++) {
            series[i] = correlation * series[i - 1] + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        }
        return series;
    }
}

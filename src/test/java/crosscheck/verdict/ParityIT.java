package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.configuration.Configuration;
import crosscheck.configuration.Thresholds;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The error rates of {@code response-time.parity} over simulated runs of six pairs of blocks, all sixteen gates asked. */
class ParityIT {
    private static final long RUNS = 500;
    private static final long MICROSECOND = 1;
    private static final long MILLISECOND = 1_000;
    /** Margins are shares of times as long as these, and milliseconds of short ones. */
    private static final double LONG = 60;

    private static final double SHORT = 3;

    private final Thresholds thresholds =
            Configuration.load(Map.of(), new Properties(), Set.of()).settings().thresholds();
    private final double alpha = 1 - thresholds.confidence();

    @Test
    void atTheEdgeOfAMarginThatIsAShareNeitherWordIsSaidTooOften() {
        List<Map<String, Verdict>> edge =
                judged(LONG, millis -> (1 + thresholds.responseTime().marginShare()) * millis, MICROSECOND);

        assertThat(share(edge, verdicts -> verdicts.containsValue(Verdict.FAIL)))
                .isLessThanOrEqualTo(alpha);
        assertThat(share(edge, verdicts -> verdicts.containsValue(Verdict.PASS)))
                .isLessThanOrEqualTo(alpha);
    }

    /** Whole milliseconds make it say less, not more that is wrong. The means are truly slower here. */
    @ParameterizedTest
    @ValueSource(longs = {MICROSECOND, MILLISECOND})
    void norAtTheEdgeOfAMarginInMilliseconds(long tick) {
        List<Map<String, Verdict>> edge =
                judged(SHORT, millis -> millis + thresholds.responseTime().marginPercentileMillis(), tick);

        assertThat(share(edge, verdicts -> aPercentile(verdicts, Verdict.FAIL))).isLessThanOrEqualTo(alpha);
        assertThat(share(edge, verdicts -> aPercentile(verdicts, Verdict.PASS))).isLessThanOrEqualTo(alpha);
    }

    @Test
    void equalSidesAreHardlyEverCalledSlowerAndTheirMeansMostlyEqual() {
        List<Map<String, Verdict>> equal = judged(LONG, millis -> millis, MICROSECOND);

        assertThat(share(equal, verdicts -> verdicts.containsValue(Verdict.FAIL)))
                .isLessThanOrEqualTo(alpha / 10);
        assertThat(share(equal, ParityIT::allMeansPass)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void twiceTheTimeIsCalledSlowerByEveryStatistic() {
        List<Map<String, Verdict>> twice = judged(LONG, millis -> 2 * millis, MICROSECOND);

        assertThat(share(twice, verdicts -> Set.copyOf(verdicts.values()).equals(Set.of(Verdict.FAIL))))
                .isGreaterThanOrEqualTo(0.99);
    }

    private List<Map<String, Verdict>> judged(double typicalMillis, DoubleUnaryOperator rust, long tick) {
        SimulatedBlocks blocks = new SimulatedBlocks(typicalMillis, 0.3, rust, tick);
        return LongStream.range(0, RUNS)
                .parallel()
                .mapToObj(seed -> blocks.judged(thresholds, seed))
                .toList();
    }

    private static double share(List<Map<String, Verdict>> runs, Predicate<Map<String, Verdict>> word) {
        return (double) runs.stream().filter(word).count() / runs.size();
    }

    private static boolean aPercentile(Map<String, Verdict> verdicts, Verdict word) {
        return verdicts.entrySet().stream()
                .anyMatch(gate -> !gate.getKey().endsWith(".mean") && gate.getValue() == word);
    }

    private static boolean allMeansPass(Map<String, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .allMatch(gate -> !gate.getKey().endsWith(".mean") || gate.getValue() == Verdict.PASS);
    }
}

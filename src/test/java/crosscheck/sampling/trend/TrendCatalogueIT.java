package crosscheck.sampling.trend;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.sampling.trend.Catalogue.Kind;
import crosscheck.sampling.trend.LeakJudgement.Answer;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The error rates of leak verdicts over the whole catalogue, warm-up one minute, threshold 1 MiB a minute. */
class TrendCatalogueIT {
    private static final int SERIES = 1_000;
    private static final int FEWER = 200;
    private static final double WARM_UP = 1;
    private static final double THRESHOLD = 1;

    @ParameterizedTest
    @EnumSource
    void raisesAtMostOneFalseAlarmInAHundred(Kind kind) {
        for (double everySeconds : new double[] {10, 1}) {
            assertThat(judge(kind, 0, 10, everySeconds).stream()
                            .filter(judgement -> judgement.answer() == Answer.LEAK)
                            .count())
                    .as("%s sampled each %s s", kind, everySeconds)
                    .isLessThanOrEqualTo(SERIES / 100);
        }
    }

    /** Where the resource is counted in other units than the noise, only the interval protects. */
    @ParameterizedTest
    @EnumSource(names = {"FLAT", "WHITE", "SPIKES", "GAPS"})
    void anIntervalLiesAboveZeroByChanceAtMostOnceInAHundred(Kind kind) {
        for (double everySeconds : new double[] {10, 1}) {
            assertThat(judge(kind, 0, 10, everySeconds).stream()
                            .filter(judgement -> judgement.trend().low() > 0)
                            .count())
                    .as("%s sampled each %s s", kind, everySeconds)
                    .isLessThanOrEqualTo(SERIES / 100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsNineOfTenLeaksAboveTheStatedOne(Kind kind) {
        for (double everySeconds : new double[] {10, 1}) {
            List<LeakJudgement> stated = judge(kind, 3, 10, everySeconds).stream()
                    .filter(judgement -> judgement.foundPerMinute() < 3)
                    .toList();
            assertThat(stated).hasSizeGreaterThan(FEWER / 3);
            assertThat(stated.stream()
                            .filter(judgement -> judgement.answer() == Answer.LEAK)
                            .count())
                    .as("%s sampled each %s s, of %d", kind, everySeconds, stated.size())
                    .isGreaterThanOrEqualTo(stated.size() * 9 / 10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCleanSeriesIsNeverInconclusiveWhereALeakWouldHaveBeenFound(Kind kind) {
        assertThat(judge(kind, 0, 10, 10))
                .filteredOn(judgement -> judgement.foundPerMinute() < THRESHOLD)
                .extracting(LeakJudgement::answer)
                .doesNotContain(Answer.INCONCLUSIVE);
    }

    /** So that "inconclusive" is no way out: half of the series tell at least this. */
    @ParameterizedTest
    @CsvSource({
        "FLAT, 0.6, 0.02",
        "DRIFT_WITHIN_NOISE, 0.6, 0.02",
        "WARM_UP, 0.9, 0.02",
        "STEP, 1.0, 0.02",
        "POOL_THAT_FILLS, 0.9, 0.02",
        "LEAK_THAT_STOPS, 2.0, 0.02",
        "GC_SAWTOOTH, 3.0, 0.05",
        "SPIKES, 1.3, 0.02",
        "GAPS, 0.7, 0.02",
        "WHITE, 0.4, 0.02"
    })
    void tellsSlopesAsSmallAsThis(Kind kind, double afterTenMinutes, double afterFourHours) {
        assertThat(medianDetectable(judge(kind, 0, 10, 10))).isLessThan(afterTenMinutes);
        assertThat(medianDetectable(judge(kind, 0, 240, 10))).isLessThan(afterFourHours);
    }

    @Test
    void isDeterministic() {
        assertThat(judge(Kind.GC_SAWTOOTH, 1, 10, 10)).isEqualTo(judge(Kind.GC_SAWTOOTH, 1, 10, 10));
    }

    private static List<LeakJudgement> judge(Kind kind, double leak, double minutes, double everySeconds) {
        return LongStream.range(0, leak > 0 || minutes > 10 ? FEWER : SERIES)
                .parallel()
                .mapToObj(seed -> Catalogue.series(kind, leak, minutes, everySeconds, seed))
                .map(series -> LeakJudgement.of(Trends.of(series, WARM_UP, 0, 0.00125), THRESHOLD))
                .toList();
    }

    private static double medianDetectable(List<LeakJudgement> judgements) {
        double[] slopes = judgements.stream()
                .mapToDouble(judgement -> judgement.foundPerMinute())
                .map(slope -> Double.isNaN(slope) ? Double.MAX_VALUE : slope)
                .toArray();
        return new Percentile(50).evaluate(slopes);
    }
}

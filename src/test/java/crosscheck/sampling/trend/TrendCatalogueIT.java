package crosscheck.sampling.trend;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.sampling.trend.Catalogue.Kind;
import crosscheck.sampling.trend.LeakJudgement.Answer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often leak verdicts are wrong, and what they find, over a thousand series of each kind; {@code docs/leaks.md} has these
 * figures. As in a run, a tenth of the time is cut as warm-up, and each question may raise an eighth of a per cent of false
 * alarms, so that the eight of a run raise one at most.
 */
class TrendCatalogueIT {
    private static final int SERIES = 1_000;
    private static final int FEWER = 200;
    private static final double WARM_UP = 0.1;
    private static final double IN_A_RUN = 0.01;
    private static final int QUESTIONS = 8;
    private static final double MEBIBYTE_A_MINUTE = 1;
    private static final double PAGE = 1 / 256.0;

    private static final Map<Kind, List<LeakJudgement>> CLEAN = new EnumMap<>(Kind.class);

    @ParameterizedTest
    @EnumSource
    void raisesAtMostOneFalseAlarmInAHundred(Kind kind) {
        assertThat(answers(Answer.LEAK, clean(kind)))
                .as("%s sampled each second", kind)
                .isLessThanOrEqualTo(SERIES / 100);
        assertThat(answers(Answer.LEAK, judge(kind, SERIES, 0, 10, 10, MEBIBYTE_A_MINUTE)))
                .as("%s sampled each 10 s", kind)
                .isLessThanOrEqualTo(SERIES / 100);
        assertThat(answers(Answer.LEAK, judge(kind, FEWER, 0, 240, 10, MEBIBYTE_A_MINUTE / 10)))
                .as("%s over four hours", kind)
                .isLessThanOrEqualTo(FEWER / 100);
    }

    /** So that "inconclusive" is no way out: every clean series tells at least this. */
    @ParameterizedTest
    @CsvSource({
        "FLAT,            7.5, 0.09",
        "WHITE_NOISE,     1.4, 0.04",
        "DRIFT,           6.5, 0.07",
        "WARM_UP,         8.0, 0.10",
        "STEP,            8.0, 0.09",
        "POOL_THAT_FILLS, 9.5, 0.17",
        "LEAK_THAT_STOPS, 9.0, 0.10",
        "HEAP_THAT_FILLS, 11.5, 0.15",
        "GC_SAWTOOTH,    20.0, 0.35",
        "SPIKES,          6.5, 0.06",
        "GAPS,            7.5, 0.07",
        "RECORDED_PYTHON, 1.2, 0.02",
        "RECORDED_RUST,   7.0, 0.11"
    })
    void eachCleanSeriesTellsLeaksAsSmallAsThis(Kind kind, double afterTenMinutes, double afterFourHours) {
        assertThat(clean(kind)).extracting(LeakJudgement::foundPerMinute).allMatch(found -> found < afterTenMinutes);
        assertThat(judge(kind, FEWER, 0, 240, 10, MEBIBYTE_A_MINUTE / 200))
                .extracting(LeakJudgement::foundPerMinute)
                .allMatch(found -> found < afterFourHours);
    }

    /** Per cent, by what the profiles ask: ten minutes and 1 MiB a minute, two hours and a tenth of it. */
    @ParameterizedTest
    @CsvSource({
        "FLAT,             96, 100",
        "WHITE_NOISE,     100, 100",
        "DRIFT,            95,  99",
        "WARM_UP,          93, 100",
        "STEP,             90, 100",
        "POOL_THAT_FILLS,  74,  96",
        "LEAK_THAT_STOPS,  83, 100",
        "HEAP_THAT_FILLS,  84,  97",
        "GC_SAWTOOTH,      85,  96",
        "SPIKES,           94, 100",
        "GAPS,             96, 100",
        "RECORDED_PYTHON, 100, 100",
        "RECORDED_RUST,    63,  99"
    })
    void passesSoManyCleanSeries(Kind kind, int afterTenMinutes, int afterTwoHours) {
        assertThat(answers(Answer.NO_LEAK, clean(kind).subList(0, FEWER)))
                .isGreaterThanOrEqualTo(afterTenMinutes * FEWER / 100);
        assertThat(answers(Answer.NO_LEAK, judge(kind, FEWER, 0, 120, 10, MEBIBYTE_A_MINUTE / 10)))
                .isGreaterThanOrEqualTo(afterTwoHours * FEWER / 100);
    }

    @ParameterizedTest
    @CsvSource({
        "FLAT,            2.0, 0.03",
        "WHITE_NOISE,     1.5, 0.02",
        "DRIFT,           2.0, 0.02",
        "WARM_UP,         2.5, 0.05",
        "STEP,            2.0, 0.03",
        "POOL_THAT_FILLS, 3.5, 0.08",
        "LEAK_THAT_STOPS, 3.0, 0.05",
        "HEAP_THAT_FILLS, 2.5, 0.03",
        "GC_SAWTOOTH,     4.0, 0.06",
        "SPIKES,          2.5, 0.03",
        "GAPS,            2.5, 0.03",
        "RECORDED_PYTHON, 1.5, 0.02",
        "RECORDED_RUST,   5.0, 0.08"
    })
    void findsNineOfTenLeaksOfThisSize(Kind kind, double inTenMinutes, double inFourHours) {
        assertThat(answers(Answer.LEAK, judge(kind, SERIES / 2, inTenMinutes, 10, 1, MEBIBYTE_A_MINUTE)))
                .isGreaterThanOrEqualTo(SERIES / 2 * 9 / 10);
        assertThat(answers(Answer.LEAK, judge(kind, FEWER, inFourHours, 240, 10, MEBIBYTE_A_MINUTE / 200)))
                .isGreaterThanOrEqualTo(FEWER * 9 / 10);
    }

    /** A leak a little over what matters is passed by at most one series in twenty, whatever the noise. */
    @ParameterizedTest
    @EnumSource
    void seldomPassesALeakThatMatters(Kind kind) {
        assertThat(answers(Answer.NO_LEAK, judge(kind, SERIES / 2, 1.1 * MEBIBYTE_A_MINUTE, 10, 1, MEBIBYTE_A_MINUTE)))
                .isLessThanOrEqualTo(SERIES / 2 / 20);
    }

    @ParameterizedTest
    @EnumSource
    void aMinuteAndAHalfIsTooShortForAnyAnswer(Kind kind) {
        for (double leak : new double[] {0, 5}) {
            assertThat(answers(Answer.INCONCLUSIVE, judge(kind, FEWER, leak, 1.5, 1, MEBIBYTE_A_MINUTE)))
                    .isEqualTo(FEWER);
        }
    }

    /** Memory of both sides in any kind of noise, and counts that jitter, fill up or stay. */
    @Test
    void aWholeRunWithoutALeakRaisesAFalseAlarmInAtMostOneOfAHundred() {
        Kind[] kinds = Kind.values();
        long alarmed = LongStream.range(0, SERIES)
                .parallel()
                .filter(seed -> Stream.concat(
                                IntStream.range(0, 2)
                                        .mapToObj(side -> LeakJudgement.of(
                                                trend(
                                                        Catalogue.series(
                                                                kinds[(int) ((seed + side) % kinds.length)],
                                                                0,
                                                                10,
                                                                1,
                                                                SERIES + 2 * seed + side),
                                                        10,
                                                        PAGE),
                                                MEBIBYTE_A_MINUTE)),
                                IntStream.range(2, QUESTIONS)
                                        .mapToObj(question -> LeakJudgement.of(
                                                trend(counts(question, 10 * seed + question), 10, 1), 0.1)))
                        .anyMatch(judgement -> judgement.answer() == Answer.LEAK))
                .count();
        assertThat(alarmed).isLessThanOrEqualTo(Math.round(IN_A_RUN * SERIES));
    }

    @Test
    void isDeterministic() {
        Predicate<Kind> same = kind ->
                judge(kind, 20, 1, 10, 10, MEBIBYTE_A_MINUTE).equals(judge(kind, 20, 1, 10, 10, MEBIBYTE_A_MINUTE));
        assertThat(Kind.values()).allMatch(same);
    }

    private static List<Measurement> counts(int question, long seed) {
        Random random = new Random(seed);
        IntStream.range(0, 10).forEach(i -> random.nextGaussian());
        double filled = 1 + 4 * random.nextDouble();
        return IntStream.range(0, 600)
                .mapToObj(second -> {
                    double minute = second / 60.0;
                    double count =
                            switch (question % 3) {
                                case 0 -> 20;
                                case 1 -> Math.floor(2 + 8 * Math.min(1, minute / filled));
                                default -> Math.rint(56 + random.nextGaussian());
                            };
                    return new Measurement(minute, count);
                })
                .toList();
    }

    /** Ten minutes without a leak, sampled each second: what most is asked about. */
    private static List<LeakJudgement> clean(Kind kind) {
        return CLEAN.computeIfAbsent(kind, any -> judge(any, SERIES, 0, 10, 1, MEBIBYTE_A_MINUTE));
    }

    private static List<LeakJudgement> judge(
            Kind kind, int series, double leak, double minutes, double everySeconds, double threshold) {
        return LongStream.range(0, series)
                .parallel()
                .mapToObj(seed -> Catalogue.series(kind, leak, minutes, everySeconds, seed))
                .map(measured -> LeakJudgement.of(trend(measured, minutes, PAGE), threshold))
                .toList();
    }

    private static Trend trend(List<Measurement> measured, double minutes, double resolution) {
        return Trends.of(measured, WARM_UP * minutes, resolution, IN_A_RUN / QUESTIONS);
    }

    private static long answers(Answer answer, List<LeakJudgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement.answer() == answer)
                .count();
    }
}

package crosscheck.verdict;

import static crosscheck.verdict.Numbers.plain;
import static java.lang.String.format;

import crosscheck.configuration.Settings.Thresholds;
import crosscheck.contract.Implementation;
import crosscheck.sampling.trend.LeakJudgement;
import crosscheck.sampling.trend.Trend;
import crosscheck.sampling.trend.Trends;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code memory.leak}, {@code connections.leak}, {@code descriptors.leak}, {@code threads.leak} of each side. */
record LeakGates(Evidence evidence, ResourceUse use) {

    List<Question> questions() {
        Thresholds limits = evidence.thresholds();
        return evidence.implementations().stream()
                .flatMap(side -> Stream.of(
                        question("memory.leak", side, use.memory(), limits.memoryLeakMibPerMinute()),
                        question("connections.leak", side, Quantity.CONNECTIONS, limits.connectionsLeakPerMinute()),
                        question("descriptors.leak", side, Quantity.DESCRIPTORS, limits.descriptorsLeakPerMinute()),
                        question("threads.leak", side, Quantity.THREADS, limits.threadsLeakPerMinute())))
                .toList();
    }

    private Question question(String id, Implementation side, Quantity quantity, double limit) {
        return new Question(
                id, "resources", side, "< " + plain(limit), quantity.unit() + "/min", () -> judge(side, quantity, limit)
                        .unless(Evidence.unfinished(evidence.phases(side))));
    }

    private Answer judge(Implementation side, Quantity quantity, double limit) {
        return use.absence(quantity, side).orElseGet(() -> {
            // Warm-up phases are not in the series, so that nothing is left to cut.
            Trend trend = Trends.of(use.whileDriven(quantity, side), 0);
            LeakJudgement judgement = LeakJudgement.of(trend, limit);
            return new Answer(
                    switch (judgement.answer()) {
                        case NO_LEAK -> Verdict.PASS;
                        case LEAK -> Verdict.FAIL;
                        case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
                    },
                    trend.slopePerMinute(),
                    trend.samples(),
                    said(judgement, quantity));
        });
    }

    private static String said(LeakJudgement judgement, Quantity quantity) {
        Trend trend = judgement.trend();
        if (trend.shape() == Trend.Shape.TOO_SHORT) {
            return format(
                    Locale.ROOT,
                    "%d samples over %.1f min are too few for a trend",
                    trend.samples(),
                    trend.judgedMinutes());
        }
        return format(
                Locale.ROOT,
                "%s per minute under load: %.3f (interval %.3f to %.3f); a leak of %.3f would have been found with 90 %% power",
                quantity.unit(),
                trend.slopePerMinute(),
                trend.low(),
                trend.high(),
                judgement.foundPerMinute());
    }
}

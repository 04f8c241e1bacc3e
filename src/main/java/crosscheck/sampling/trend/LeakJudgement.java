package crosscheck.sampling.trend;

import crosscheck.sampling.trend.Trend.Shape;

/**
 * Whether a trend is a leak. It is one where growth is sure and not too small to matter; it is none where a growth that
 * matters would have been seen. Else nothing can be said.
 *
 * @param answer the answer
 * @param trend the evidence
 * @param thresholdPerMinute growth that matters
 * @param foundPerMinute the leak that would have been found with 90 % power
 */
public record LeakJudgement(Answer answer, Trend trend, double thresholdPerMinute, double foundPerMinute) {
    public enum Answer {
        NO_LEAK,
        LEAK,
        INCONCLUSIVE
    }

    public static LeakJudgement of(Trend trend, double thresholdPerMinute) {
        double found =
                Math.max(trend.detectablePerMinute(), thresholdPerMinute + Trends.Z_POWER * trend.standardError());
        return new LeakJudgement(answer(trend, thresholdPerMinute), trend, thresholdPerMinute, found);
    }

    private static Answer answer(Trend trend, double threshold) {
        if (trend.shape() == Shape.TOO_SHORT) {
            return Answer.INCONCLUSIVE;
        }
        if (trend.low() > 0 && trend.slopePerMinute() >= threshold) {
            return Answer.LEAK;
        }
        return trend.detectablePerMinute() <= threshold || trend.high() < threshold
                ? Answer.NO_LEAK
                : Answer.INCONCLUSIVE;
    }
}

package crosscheck.sampling.trend;

import crosscheck.sampling.trend.Trend.Shape;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Whether a trend is a leak. It is one where growth is sure and not too small to matter; it is none where it is sure that no
 * growth that matters goes on. Else nothing can be said.
 *
 * @param answer the answer
 * @param trend the evidence
 * @param thresholdPerMinute growth that matters
 * @param foundPerMinute the leak that would have been found with 90 % power
 */
public record LeakJudgement(Answer answer, Trend trend, double thresholdPerMinute, double foundPerMinute) {
    private static final double POWER = 0.9;
    private static final double Z_POWER = new NormalDistribution().inverseCumulativeProbability(POWER);

    public enum Answer {
        NO_LEAK,
        LEAK,
        INCONCLUSIVE
    }

    public static LeakJudgement of(Trend trend, double thresholdPerMinute) {
        double sure = Math.max(trend.slopePerMinute() - trend.low(), thresholdPerMinute);
        // What is counted shows a growth by its first step at the earliest.
        double found = Math.max(sure + Z_POWER * trend.standardError(), trend.resolution() / trend.judgedMinutes());
        return new LeakJudgement(answer(trend, thresholdPerMinute), trend, thresholdPerMinute, found);
    }

    private static Answer answer(Trend trend, double threshold) {
        if (trend.shape() == Shape.TOO_SHORT) {
            return Answer.INCONCLUSIVE;
        }
        if (trend.low() > 0 && trend.slopePerMinute() >= threshold) {
            return Answer.LEAK;
        }
        return trend.high() < threshold ? Answer.NO_LEAK : Answer.INCONCLUSIVE;
    }
}

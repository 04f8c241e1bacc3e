package crosscheck.verdict;

import crosscheck.sampling.trend.Measurement;
import crosscheck.sampling.trend.Trend;
import java.util.List;

/**
 * How a resource of one implementation moved while it was driven. Minutes are those of load, from its first judged phase on;
 * what lay between its phases does not count. What is not known is {@code null}.
 *
 * @param resource {@code memory}, {@code connections}, {@code descriptors}, {@code threads}
 * @param measured what was read: {@code RSS}, {@code CONNECTIONS}, ...
 * @param unit of its values; slopes are in it per minute
 * @param shape what the slope rests on: all values ({@code STEADY}), the floors of a sawtooth ({@code FLOORS}), both sides of
 *     a {@code STEP}, what came after a growth that ended ({@code SETTLED}); {@code TOO_SHORT}: there is no slope
 * @param samples measured values that were judged
 * @param warmUpMinutes cut off at the beginning, not judged
 * @param judgedMinutes from the first judged value to the last
 * @param slopePerMinute growth that goes on
 * @param lowerPerMinute growth is above it, but for {@code falseAlarm}
 * @param upperPerMinute growth is below it with 95 %
 * @param detectablePerMinute a leak that would have been found with 90 % power
 * @param growthPerDay the slope over a day
 * @param thresholdPerMinute growth that matters
 * @param falseAlarm the probability that the lower end lies above 0 though nothing grows
 * @param verdict pass: no leak; fail: a leak; inconclusive: too early or too noisy to say; skipped: not told by the machine
 * @param reason why, in words
 * @param line the slope at its place
 * @param series what was measured, thinned to robust means of stretches
 */
public record ResourceTrend(
        String resource,
        String measured,
        String unit,
        Trend.Shape shape,
        long samples,
        double warmUpMinutes,
        double judgedMinutes,
        Double slopePerMinute,
        Double lowerPerMinute,
        Double upperPerMinute,
        Double detectablePerMinute,
        Double growthPerDay,
        double thresholdPerMinute,
        double falseAlarm,
        Verdict verdict,
        String reason,
        Trend.Stretch line,
        List<Measurement> series) {}

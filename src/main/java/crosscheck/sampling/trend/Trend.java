package crosscheck.sampling.trend;

/**
 * How a resource moved, in its unit per minute.
 *
 * @param slopePerMinute Theil and Sen's slope of what was judged
 * @param low lower end of the slope's confidence interval
 * @param high its upper end
 * @param detectablePerMinute the slope whose interval would have lain above 0 with 90 % power
 * @param standardError of the slope, autocorrelation counted
 * @param samples values that were measured after the warm-up
 * @param effectiveSamples independent values that would have told as much
 * @param judgedMinutes length of the stretch that the slope rests on
 * @param shape what was taken out or reduced first
 */
public record Trend(
        double slopePerMinute,
        double low,
        double high,
        double detectablePerMinute,
        double standardError,
        int samples,
        double effectiveSamples,
        double judgedMinutes,
        Shape shape) {

    public enum Shape {
        /** One line from beginning to end. */
        STEADY,
        /** Rises slowly and falls at once; the floors were judged. */
        SAWTOOTH,
        /** One step; what happened before and after it was judged. */
        STEP,
        /** A movement that ended, or bent; what came after it was judged. */
        SETTLED,
        /** Too little to say anything; all numbers but the samples are NaN. */
        TOO_SHORT
    }

    static Trend tooShort(int samples, double minutes) {
        return new Trend(
                Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, samples, 0, minutes, Shape.TOO_SHORT);
    }

    /** What it would come to in a day. */
    public double growthPerDay() {
        return slopePerMinute * 24 * 60;
    }
}

package crosscheck.sampling.trend;

/**
 * How a resource moved, in its unit per minute.
 *
 * @param slopePerMinute the growth that goes on, mean of what is believed of it
 * @param low what that growth exceeds but for the probability of a false alarm
 * @param high what it stays under with 95 %
 * @param standardError standard deviation of what is believed
 * @param resolution the least that two different values differ by
 * @param samples values that were measured after the warm-up
 * @param warmUpMinutes what was cut off before anything was judged
 * @param judgedMinutes length of what was judged
 * @param shape what the slope rests on
 * @param line the slope at its place; {@code null} where there is none
 */
public record Trend(
        double slopePerMinute,
        double low,
        double high,
        double standardError,
        double resolution,
        int samples,
        double warmUpMinutes,
        double judgedMinutes,
        Shape shape,
        Stretch line) {

    public enum Shape {
        /** One line from beginning to end. */
        STEADY,
        /** Rises slowly and falls at once; the floors were judged. */
        FLOORS,
        /** One step, beside which the growth was judged. */
        STEP,
        /** A warm-up or a growth that ended; what goes on after it was judged. */
        SETTLED,
        /** Too little to say anything; there is no slope. */
        TOO_SHORT
    }

    /** A straight line between two points, minutes as in the measurements. */
    public record Stretch(double fromMinute, double fromValue, double toMinute, double toValue) {}

    static Trend tooShort(int samples, double warmUpMinutes, double minutes) {
        return new Trend(
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                samples,
                warmUpMinutes,
                minutes,
                Shape.TOO_SHORT,
                null);
    }

    /** What it would come to in a day. */
    public double growthPerDay() {
        return slopePerMinute * 24 * 60;
    }
}

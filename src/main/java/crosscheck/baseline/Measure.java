package crosscheck.baseline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What is kept of a run, and how much of a change matters. Only some are gates, so that the chance of a false alarm is spent
 * on few: the median and p99 say little that the mean and p95 do not, and in an open load throughput is what was asked for.
 */
public enum Measure {
    MEAN("ms", true, Scale.RATIO, 0),
    P50("ms", false, Scale.RATIO, Measure.LEAST),
    P95("ms", true, Scale.RATIO, Measure.LEAST),
    P99("ms", false, Scale.RATIO, Measure.LEAST),
    THROUGHPUT("requests/s", false, Scale.RATIO, 0),
    /** Share of requests that were errors. */
    ERROR_RATE("%", true, Scale.SHARE, 0.1),
    MEMORY("MiB", true, Scale.RATIO, 0),
    /** Processor time of the implementation's own processes. */
    CPU("CPU s per 1000 requests", true, Scale.RATIO, 0);

    /** By which share a value has to change before it matters. */
    static final double MARGIN = 0.05;

    /** A percentile that moves by less than a millisecond is no news: half of what parity allows it. */
    private static final double LEAST = 1;

    enum Scale {
        /** Compared by the logarithm, as a ratio. */
        RATIO,
        /** Per cent of requests: compared as it is, in percentage points. */
        SHARE
    }

    private final String unit;
    private final boolean gated;
    private final Scale scale;
    private final double least;

    Measure(String unit, boolean gated, Scale scale, double least) {
        this.unit = unit;
        this.gated = gated;
        this.scale = scale;
        this.least = least;
    }

    /** As in gate ids and files. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String unit() {
        return unit;
    }

    /** Whether a gate asks for it. */
    public boolean gated() {
        return gated;
    }

    boolean isShare() {
        return scale == Scale.SHARE;
    }

    /** The value as it is compared: differences of these are changes. */
    double scaled(double value) {
        return scale == Scale.RATIO ? Math.log(value) : value;
    }

    /** The least change that matters where the value was {@code before}, scaled. */
    double margin(double before) {
        return scale == Scale.RATIO ? Math.log1p(Math.max(MARGIN, least / before)) : least;
    }

    /** The change that a comparison has to be able to find before it may say "the same": twice what matters. */
    double target(double before) {
        return scale == Scale.RATIO ? Math.log1p(2 * Math.max(MARGIN, least / before)) : 2 * least;
    }

    /**
     * The least standard deviation that runs of so many requests have, scaled: a share is a count, and twenty counts of 0 do
     * not say that the next is 0. One error more than was seen is assumed.
     */
    double leastDeviation(double meanValue, double samples, int runs) {
        if (scale == Scale.RATIO) {
            return 0;
        }
        double share = Math.min(0.5, meanValue / 100 + 1 / (samples * runs));
        return 100 * Math.sqrt(share * (1 - share) / samples);
    }

    /** The unit in which a change is told. */
    public String unitOfChange() {
        return scale == Scale.RATIO ? "%" : "percentage points";
    }

    /** A change, as {@link Comparison} has it, in that unit. */
    public double inUnitOfChange(double change) {
        return scale == Scale.RATIO ? 100 * change : change;
    }

    /** The change that is too much, as a reader would write it before its {@link #unitOfChange unit}. */
    public String threshold() {
        if (scale == Scale.SHARE) {
            return String.format(Locale.ROOT, "< +%.1f", least);
        }
        return (least == 0 ? "" : String.format(Locale.ROOT, "< +%.0f %s or ", least, unit))
                + String.format(Locale.ROOT, "< +%.0f", 100 * MARGIN);
    }

    /** A scaled change in words: {@code +3.2 %}, {@code +0.20 percentage points}. */
    String inWords(double change) {
        return scale == Scale.RATIO
                ? String.format(Locale.ROOT, "%+.1f %%", 100 * Math.expm1(change))
                : String.format(Locale.ROOT, "%+.2f percentage points", change);
    }

    /** A scaled change as the share that it is of the value before, or in percentage points. */
    double plain(double change) {
        return scale == Scale.RATIO ? Math.expm1(change) : change;
    }
}

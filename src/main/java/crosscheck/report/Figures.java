package crosscheck.report;

import crosscheck.verdict.PerThousand;
import java.util.Locale;

/** Numbers as a reader wants them: three significant digits, thousands grouped, units beside them. */
public final class Figures {
    /** Where there is no number. */
    public static final String NONE = "–";

    private Figures() {}

    public static String number(Double value) {
        if (value == null || !Double.isFinite(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        if (size == Math.rint(size) || size >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int decimals = size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Relations as a printer sets them. */
    public static String typeset(String threshold) {
        return threshold.replace("<=", "≤").replace(">=", "≥");
    }

    /** With its interval, where it has one. */
    public static String perThousand(PerThousand cost) {
        if (cost == null) {
            return NONE;
        }
        return cost.lower() == null
                ? number(cost.value())
                : number(cost.value()) + " (" + number(cost.lower()) + " to " + number(cost.upper()) + ")";
    }

    /** Mebibytes as megabytes. */
    public static String megabytes(Double mebibytes) {
        return number(mebibytes == null ? null : mebibytes * (1 << 20) / 1e6);
    }

    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    public static String with(String unit, Double value) {
        if (value == null || unit == null || unit.isEmpty()) {
            return number(value);
        }
        boolean counts = unit.length() > 2 && unit.endsWith("s") && value == 1;
        return number(value) + " " + (counts ? unit.substring(0, unit.length() - 1) : unit);
    }

    /** {@code one} or {@code many} after the count, as English wants it. */
    public static String counted(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** Minutes and seconds: {@code 2:05}. */
    public static String minutes(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}

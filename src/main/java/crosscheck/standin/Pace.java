package crosscheck.standin;

/** When answers that leave one after the other may leave. */
final class Pace {
    private static final double NANOS = 1e9;

    private final double spacingNanos;
    private final double queue;
    private final int slowdown;
    private boolean convoy;
    private double freeNanos;

    private Pace(double perSecond, double queue, int slowdown) {
        this.spacingNanos = NANOS / perSecond;
        this.queue = queue;
        this.slowdown = slowdown;
    }

    static Pace cap(double perSecond) {
        return new Pace(perSecond, Double.POSITIVE_INFINITY, 1);
    }

    /**
     * A lock that is handed from one who waits to the next takes longer than one that is free when it is asked for.
     *
     * @param queue so many have to wait before it begins; it ends when nobody does
     * @param slowdown how many times as long each takes meanwhile
     */
    static Pace convoy(double perSecond, int queue, int slowdown) {
        return new Pace(perSecond, queue, slowdown);
    }

    /** How long the next one waits that comes at {@code nowNanos}. */
    synchronized long waitNanos(long nowNanos) {
        double waiting = (freeNanos - nowNanos) / spacingNanos;
        convoy = convoy ? waiting > 0 : waiting > queue;
        freeNanos = Math.max(freeNanos, nowNanos) + spacingNanos * (convoy ? slowdown : 1);
        return Math.round(freeNanos - nowNanos);
    }
}

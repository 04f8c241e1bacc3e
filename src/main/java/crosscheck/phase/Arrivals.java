package crosscheck.phase;

import java.util.concurrent.atomic.AtomicLong;

/**
 * When the open arrivals of one scenario in one phase were planned: the first when it came, each later one at its distance
 * in the plan, however late it really came. What a late arrival waited is part of its latency (coordinated omission).
 */
final class Arrivals {
    private static final long NONE = Long.MIN_VALUE;

    private final double rate;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong first = new AtomicLong(NONE);

    /** @param ratePerSecond planned arrivals; 0 for a closed scenario, in which every arrival is as planned */
    Arrivals(double ratePerSecond) {
        this.rate = ratePerSecond;
    }

    /** The planned time, microseconds, of the arrival that comes now. */
    long planned(long nowMicros) {
        if (rate == 0) {
            return nowMicros;
        }
        first.compareAndSet(NONE, nowMicros);
        return first.get() + Math.round(count.getAndIncrement() * 1_000_000 / rate);
    }
}

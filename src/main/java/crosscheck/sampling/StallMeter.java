package crosscheck.sampling;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How long this JVM stood still although it was due to run: collections of garbage, processors that others had, a stopped
 * process. A thread sleeps shortly and looks how late it woke up, as jHiccup does.
 */
final class StallMeter implements AutoCloseable {
    /** Below, a sleeper's delay is the business of any scheduler. */
    static final Duration LEAST = Duration.ofMillis(20);

    static final Duration SLEEP = Duration.ofMillis(10);

    private final AtomicLong stalledNanos = new AtomicLong();
    private final Thread thread = new Thread(this::run, "crosscheck-stall-meter");
    private volatile boolean closed;

    static StallMeter start() {
        StallMeter meter = new StallMeter();
        meter.thread.setDaemon(true);
        meter.thread.start();
        return meter;
    }

    /** Cumulative milliseconds. */
    long millis() {
        return stalledNanos.get() / 1_000_000;
    }

    private void run() {
        long before = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(SLEEP.toNanos());
            long now = System.nanoTime();
            wokenUp(now - before);
            before = now;
        }
    }

    /** @param sleptNanos from one awakening to the next */
    void wokenUp(long sleptNanos) {
        long late = sleptNanos - SLEEP.toNanos();
        if (late >= LEAST.toNanos()) {
            stalledNanos.addAndGet(late);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}

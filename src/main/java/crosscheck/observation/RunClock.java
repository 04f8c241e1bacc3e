package crosscheck.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Microseconds since a run's epoch, on a monotonic clock, so that a step of the wall clock never shifts an observation.
 *
 * @param epoch the wall-clock time of microsecond 0
 */
public record RunClock(Instant epoch, LongSupplier nanos, long originNanos) {
    private static final int READINGS = 100;

    /**
     * A clock that starts now. The two clocks under it are read many times, as the first readings may lie milliseconds apart,
     * and times that targets mint are compared with this one; the closest pair counts.
     */
    public static RunClock start() {
        long closest = Long.MAX_VALUE;
        RunClock clock = null;
        for (int i = 0; i < READINGS; i++) {
            long before = System.nanoTime();
            Instant epoch = Instant.now();
            long apart = System.nanoTime() - before;
            if (apart < closest) {
                closest = apart;
                clock = new RunClock(epoch, System::nanoTime, before + apart / 2);
            }
        }
        return clock;
    }

    /**
     * The same epoch by the wall clock, which is what services stamp their rows and messages with: within a minute the two
     * clocks drift apart by more than a microsecond.
     */
    public RunClock wall() {
        return new RunClock(epoch, () -> Duration.between(epoch, Instant.now()).toNanos(), 0);
    }

    public long micros() {
        return (nanos.getAsLong() - originNanos) / 1_000;
    }
}

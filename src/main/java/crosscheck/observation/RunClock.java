package crosscheck.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Microseconds since a run's epoch, on a monotonic clock, so that a step of the wall clock never shifts an observation.
 *
 * @param epoch the wall-clock time of microsecond 0
 */
public record RunClock(Instant epoch, LongSupplier nanos, long originNanos) {
    private static final int READINGS = 50;

    /** A clock that starts now. */
    public static RunClock start() {
        return start(Instant::now, System::nanoTime);
    }

    /**
     * Of several readings of the wall clock, the one that took the shortest time says when it was: what minted a time by the
     * wall clock is compared with microseconds of this one.
     */
    static RunClock start(Supplier<Instant> wall, LongSupplier nanos) {
        RunClock best = null;
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < READINGS; i++) {
            long before = nanos.getAsLong();
            Instant now = wall.get();
            long took = nanos.getAsLong() - before;
            if (took < shortest) {
                shortest = took;
                best = new RunClock(now, nanos, before + took / 2);
            }
        }
        return best;
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

package crosscheck.observation;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Microseconds since a run's epoch, on a monotonic clock, so that a step of the wall clock never shifts an observation.
 *
 * @param epoch the wall-clock time of microsecond 0
 */
public record RunClock(Instant epoch, LongSupplier nanos, long originNanos) {

    /** A clock that starts now. */
    public static RunClock start() {
        return new RunClock(Instant.now(), System::nanoTime, System.nanoTime());
    }

    public long micros() {
        return (nanos.getAsLong() - originNanos) / 1_000;
    }
}

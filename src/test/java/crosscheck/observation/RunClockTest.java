package crosscheck.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunClockTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private long nanos;
    private int readings;

    @Test
    void aSlowReadingOfTheWallClockShiftsNothing() {
        RunClock clock = RunClock.start(this::wallClock, () -> nanos);

        long wallMicros = nanos / 1_000;
        long epochMicros = Duration.between(START, clock.epoch()).toNanos() / 1_000;
        assertThat(epochMicros + clock.micros()).isEqualTo(wallMicros);
    }

    /** The first readings take 40 ms on either side, later ones 1 µs. */
    private Instant wallClock() {
        long half = readings++ < 3 ? 40_000_000 + 10_000_000L * readings : 1_000;
        nanos += half;
        Instant now = START.plusNanos(nanos);
        nanos += readings <= 3 ? 0 : half;
        return now;
    }
}

package crosscheck.compare;

import java.time.Duration;
import java.time.Instant;

/** When an exchange happened, by the harness's clock: what it mints lies within. */
public record Window(Instant sent, Instant received) {
    /** Services may read a coarse clock, which lags by a tick of the kernel. */
    private static final Duration CLOCKS = Duration.ofMillis(5);

    boolean contains(Timestamp time) {
        return time.value().plus(time.unit()).plus(CLOCKS).isAfter(sent)
                && time.value().minus(time.unit()).minus(CLOCKS).isBefore(received);
    }
}

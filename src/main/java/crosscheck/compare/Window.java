package crosscheck.compare;

import java.time.Instant;

/** When an exchange happened, by the harness's clock: what it mints lies within. */
public record Window(Instant sent, Instant received) {
    boolean contains(Timestamp time) {
        return time.value().plus(time.unit()).isAfter(sent)
                && time.value().minus(time.unit()).isBefore(received);
    }
}

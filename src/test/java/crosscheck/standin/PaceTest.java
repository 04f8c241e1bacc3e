package crosscheck.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void aCapLetsSoManyThroughAndTheRestWaits() {
        assertThat(waits(Pace.cap(100), 100).max()).hasValue(SECOND / 100);
        assertThat(waits(Pace.cap(100), 200).max().getAsLong()).isBetween(SECOND - SECOND / 50, SECOND + SECOND / 50);
    }

    @Test
    void aConvoyDoesNotShowBelowItsRate() {
        assertThat(waits(Pace.convoy(100, 10, 5), 95).max()).hasValue(SECOND / 100);
    }

    @Test
    void aConvoyTakesSeveralTimesAsLongOnceThereIsOne() {
        // Ten wait after half a second; the 60 that come in the other half take five times as long.
        assertThat(waits(Pace.convoy(100, 10, 5), 120).max().getAsLong()).isGreaterThan(2 * SECOND);
    }

    @Test
    void aConvoyEndsWhenNobodyWaits() {
        Pace pace = Pace.convoy(100, 10, 5);
        long longest = waits(pace, 200).max().getAsLong();

        assertThat(pace.waitNanos(SECOND + longest + SECOND)).isEqualTo(SECOND / 100);
    }

    /** What each of so many waits that come within one second. */
    private static LongStream waits(Pace pace, int perSecond) {
        return LongStream.range(0, perSecond).map(i -> pace.waitNanos(SECOND + i * SECOND / perSecond));
    }
}

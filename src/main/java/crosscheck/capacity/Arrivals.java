package crosscheck.capacity;

import crosscheck.phase.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The planned arrivals of one phase, evenly spaced. Virtual users each take the next one, wait for its time and send; one
 * that nobody was free to take in time keeps its planned time, and its latency counts from it (coordinated omission). Used
 * by many virtual users at once.
 */
public final class Arrivals {
    private static final double MICROS = 1e6;

    /** @param plannedMicros when it is to be sent, microseconds since the run's epoch */
    public record Arrival(long plannedMicros, Scenario scenario) {}

    private final long[] planned;
    private final Mix mix;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param startMicros the time of the first arrival */
    public Arrivals(List<Stretch> stretches, Mix mix, long startMicros) {
        this.mix = mix;
        planned = new long[stretches.stream().mapToInt(Arrivals::count).sum()];
        int arrival = 0;
        double start = startMicros;
        for (Stretch stretch : stretches) {
            for (int i = 0; i < count(stretch); i++) {
                planned[arrival++] = Math.round(start + i * MICROS / stretch.rate());
            }
            start += stretch.seconds() * MICROS;
        }
    }

    /** The next arrival that nobody has taken; empty once all are taken. */
    public Optional<Arrival> next() {
        int arrival = taken.getAndIncrement();
        return arrival < planned.length
                ? Optional.of(new Arrival(planned[arrival], mix.scenario(arrival)))
                : Optional.empty();
    }

    private static int count(Stretch stretch) {
        return (int) Math.round(stretch.rate() * stretch.seconds());
    }
}

package crosscheck.chain;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records that virtual users draw in turn, around and around. Gatling's {@code feed} is an actor: each draw would be two
 * messages between threads.
 */
final class Rotation<T> {
    private final List<T> records;
    private final AtomicLong drawn = new AtomicLong();

    Rotation(List<T> records) {
        this.records = List.copyOf(records);
    }

    T next() {
        return records.get((int) (drawn.getAndIncrement() % records.size()));
    }
}

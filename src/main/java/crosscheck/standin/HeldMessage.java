package crosscheck.standin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Sends every n-th {@code run.started} only after the run's next message. */
final class HeldMessage implements Defect {
    private final Map<String, Message> held = new ConcurrentHashMap<>();
    private final AtomicLong starts = new AtomicLong();
    private final long period;

    HeldMessage(long period) {
        this.period = period;
    }

    @Override
    public List<Message> sending(Message message) {
        String run = message.json().path("run_id").asText();
        if (message.isOf(Topic.RUN_STARTED)) {
            if (starts.incrementAndGet() % period != 0) {
                return List.of(message);
            }
            held.put(run, message);
            return List.of();
        }
        Message started = held.remove(run);
        return started == null ? List.of(message) : List.of(message, started);
    }
}

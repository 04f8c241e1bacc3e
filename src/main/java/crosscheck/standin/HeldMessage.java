package crosscheck.standin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends {@code run.started} only after the run's next message. */
final class HeldMessage implements Defect {
    private final Map<String, Message> held = new ConcurrentHashMap<>();

    @Override
    public List<Message> sending(Message message) {
        String run = message.json().path("run_id").asText();
        if (message.isOf(Topic.RUN_STARTED)) {
            held.put(run, message);
            return List.of();
        }
        Message started = held.remove(run);
        return started == null ? List.of(message) : List.of(message, started);
    }
}

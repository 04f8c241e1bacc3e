package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/** What this process received on the contract's topics, in order: the last 10,000 of the valid and of the rejected. */
final class Inbox implements AutoCloseable {
    private static final int KEPT = 10_000;
    private static final long RETRY_MILLIS = 100;

    private final Redis redis;
    private final Defect planted;
    private final Deque<Received> received = new ArrayDeque<>();
    private final Deque<Rejected> rejected = new ArrayDeque<>();
    private final Thread listening = new Thread(this::listen, "inbox");
    private volatile boolean subscribed;
    private volatile boolean closed;
    private volatile Jedis link;

    /** A valid message; the payload is its JSON text. */
    record Received(String topic, String runId, String payload) {}

    /** A message whose payload is not valid for its topic. */
    record Rejected(String topic, String raw, String error) {}

    Inbox(Redis redis, Defect planted) {
        this.redis = redis;
        this.planted = planted;
        listening.setDaemon(true);
        listening.start();
    }

    /** Whether messages arrive on every topic. */
    boolean subscribed() {
        return subscribed;
    }

    List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    List<Rejected> rejected() {
        synchronized (received) {
            return List.copyOf(rejected);
        }
    }

    @Override
    public void close() {
        closed = true;
        Jedis open = link;
        if (open != null) {
            open.disconnect();
        }
        listening.interrupt();
    }

    private void listen() {
        while (!closed) {
            try (Jedis fresh = redis.connection()) {
                link = fresh;
                fresh.subscribe(new Subscription(), Topic.channels().toArray(String[]::new));
            } catch (JedisException outOfReach) {
                pause();
            } finally {
                subscribed = false;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    private void take(String topic, String payload) {
        synchronized (received) {
            Optional<String> fault;
            String runId = null;
            try {
                JsonNode json = Json.read(payload);
                fault = Topic.of(topic).fault(json);
                runId = json.path("run_id").textValue();
            } catch (IOException malformed) {
                fault = Optional.of("not JSON");
            }
            if (fault.isEmpty()) {
                add(received, new Received(topic, runId, payload));
            } else {
                add(rejected, new Rejected(topic, payload, fault.get()));
            }
        }
    }

    private static <T> void add(Deque<T> last, T message) {
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(message);
    }

    private final class Subscription extends JedisPubSub {
        @Override
        public void onSubscribe(String channel, int channels) {
            subscribed = channels == Topic.values().length;
        }

        @Override
        public void onMessage(String channel, String message) {
            planted.received(message);
            take(channel, message);
        }
    }
}

package crosscheck.standin;

import java.util.ArrayDeque;
import java.util.Deque;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Publishes messages in the order they are sent. While Redis is out of reach they wait here and nobody waits for them; a
 * thread of its own looks for Redis and sends them on, at least once.
 */
final class Outbox implements AutoCloseable {
    private static final long RETRY_MILLIS = 100;
    private static final long FAREWELL_MILLIS = 2_000;

    private final Redis redis;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private final Thread reconnecting = new Thread(this::reconnect, "outbox");
    private Jedis link;
    private boolean closed;

    Outbox(Redis redis) {
        this.redis = redis;
        reconnecting.setDaemon(true);
        reconnecting.start();
    }

    synchronized void send(String channel, String payload) {
        if (link != null) {
            try {
                link.publish(channel, payload);
                return;
            } catch (JedisException outOfReach) {
                drop();
            }
        }
        waiting.add(new Message(channel, payload));
    }

    synchronized boolean reachable() {
        if (link == null) {
            return false;
        }
        try {
            link.ping();
            return true;
        } catch (JedisException outOfReach) {
            drop();
            return false;
        }
    }

    /** Gives waiting messages a last chance. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            reconnecting.join(FAREWELL_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (link != null) {
                link.close();
            }
        }
    }

    private void drop() {
        link.close();
        link = null;
        notifyAll();
    }

    private void reconnect() {
        try {
            while (isNeeded()) {
                try {
                    restore(redis.connection());
                } catch (JedisException outOfReach) {
                    pause();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the link is lost; false once nothing is left to do. */
    private synchronized boolean isNeeded() throws InterruptedException {
        while (link != null && !closed) {
            wait();
        }
        return link == null && !(closed && waiting.isEmpty());
    }

    private void restore(Jedis fresh) {
        try {
            boolean more = true;
            while (more) {
                more = sentOn(fresh);
            }
        } catch (JedisException lostAgain) {
            fresh.close();
            throw lostAgain;
        }
    }

    /** Sends one waiting message on; where none is left, makes this the link that requests use and returns false. */
    private synchronized boolean sentOn(Jedis fresh) {
        Message first = waiting.peek();
        if (first == null) {
            link = fresh;
            return false;
        }
        fresh.publish(first.channel(), first.payload());
        waiting.remove();
        return true;
    }

    private synchronized void pause() throws InterruptedException {
        wait(RETRY_MILLIS);
    }
}

package crosscheck.environment;

import static java.nio.charset.StandardCharsets.UTF_8;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.RunClock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Records every message of some topics. That it hears is shown, not assumed: a sentinel on each channel must arrive before
 * {@link #start} returns and another before {@link #close} does. In between, sentinels go over a channel of the recorder's own,
 * so that no implementation hears them: Redis hands one subscriber everything in the order it was published.
 */
public final class MessageRecorder implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SecretUrl url;
    private final List<String> topics;
    private final RunClock clock;
    private final Consumer<MessageRecord> log;
    private final String ownChannel = "crosscheck.recorder." + UUID.randomUUID();
    private final Map<String, Long> received = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final Subscription subscription = new Subscription();
    private final Jedis connection;
    private final Thread listener = new Thread(this::listen, "crosscheck-messages");
    private boolean subscribed;
    private boolean closing;
    private JedisException failure;

    private MessageRecorder(
            SecretUrl url, Collection<String> topics, RunClock clock, Consumer<MessageRecord> log, Jedis connection) {
        this.url = url;
        this.topics = List.copyOf(topics);
        this.clock = clock;
        this.log = log;
        this.connection = connection;
    }

    /** @throws RunError environment: Redis does not answer, or does not deliver a message that was published */
    public static MessageRecorder start(
            SecretUrl url, Collection<String> topics, RunClock clock, Consumer<MessageRecord> log) {
        try {
            MessageRecorder recorder = new MessageRecorder(url, topics, clock, log, Redis.connect(url));
            recorder.listener.setDaemon(true);
            recorder.listener.start();
            recorder.await(() -> recorder.subscribed, PATIENCE);
            recorder.hear(recorder.topics);
            return recorder;
        } catch (JedisException e) {
            throw Redis.failure(url, e);
        }
    }

    /** Messages recorded so far, by topic. */
    public synchronized Map<String, Long> received() {
        return Map.copyOf(received);
    }

    /** Waits until at least that many messages have been recorded; false when it takes longer than {@code patience}. */
    public boolean awaitReceived(Map<String, Long> atLeast, Duration patience) {
        return await(
                () -> atLeast.entrySet().stream()
                        .allMatch(topic -> received.getOrDefault(topic.getKey(), 0L) >= topic.getValue()),
                patience);
    }

    /**
     * Waits until everything published so far has been recorded.
     *
     * @throws RunError environment: the recorder does not hear any more
     */
    public void sync() {
        hear(List.of(ownChannel));
    }

    /**
     * Publishes a payload of crosscheck's own, which is not recorded, and waits until it was heard.
     *
     * @throws RunError environment: it was not
     */
    public void publish(String topic, String payload) {
        deliver(List.of(topic), payload);
    }

    /** Fewest subscribers that a topic has, this recorder among them. */
    public long subscribers() {
        try (Jedis redis = Redis.connect(url)) {
            return redis.pubsubNumSub(topics.toArray(String[]::new)).values().stream()
                    .mapToLong(Long::longValue)
                    .min()
                    .orElse(0);
        } catch (JedisException e) {
            throw Redis.failure(url, e);
        }
    }

    /**
     * Ends the recording.
     *
     * @throws RunError environment: not everything was recorded
     */
    @Override
    public void close() {
        try {
            hear(topics);
        } finally {
            synchronized (this) {
                closing = true;
            }
            connection.close();
        }
    }

    private void hear(List<String> channels) {
        deliver(channels, "crosscheck sentinel " + UUID.randomUUID());
    }

    private void deliver(List<String> channels, String payload) {
        Set<String> sent = new HashSet<>();
        channels.forEach(channel -> sent.add(channel + ' ' + payload));
        synchronized (this) {
            underWay.addAll(sent);
        }
        try (Jedis redis = Redis.connect(url)) {
            channels.forEach(channel -> redis.publish(channel, payload));
        } catch (JedisException e) {
            throw Redis.failure(url, e);
        }
        if (!await(() -> sent.stream().noneMatch(underWay::contains), PATIENCE)) {
            throw RunError.environment(
                    "crosscheck.redis.url = %s: a message published on %s was not delivered within %d s; messages may be missing."
                            .formatted(url, String.join(", ", channels), PATIENCE.toSeconds()));
        }
    }

    private synchronized boolean await(BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (failure != null) {
                    throw Redis.failure(url, failure);
                }
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                wait(millis);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void listen() {
        byte[][] channels = Stream.concat(topics.stream(), Stream.of(ownChannel))
                .map(channel -> channel.getBytes(UTF_8))
                .toArray(byte[][]::new);
        try {
            connection.subscribe(subscription, channels);
        } catch (JedisException e) {
            synchronized (this) {
                if (!closing) {
                    failure = e;
                    notifyAll();
                }
            }
        }
    }

    private synchronized void received(byte[] channel, byte[] payload) {
        long at = clock.micros();
        String topic = new String(channel, UTF_8);
        if (!underWay.remove(topic + ' ' + new String(payload, UTF_8)) && !topic.equals(ownChannel)) {
            log.accept(new MessageRecord(at, topic, payload));
            received.merge(topic, 1L, Long::sum);
        }
        notifyAll();
    }

    private final class Subscription extends BinaryJedisPubSub {
        @Override
        public void onSubscribe(byte[] channel, int channels) {
            if (channels > topics.size()) {
                synchronized (MessageRecorder.this) {
                    subscribed = true;
                    MessageRecorder.this.notifyAll();
                }
            }
        }

        @Override
        public void onMessage(byte[] channel, byte[] payload) {
            received(channel, payload);
        }
    }
}

package crosscheck.target;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/** Listens on a Redis channel for one message, from before the constructor returns. */
final class Listener implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final CountDownLatch heard = new CountDownLatch(1);
    private final Jedis redis;
    private final Thread thread;

    Listener(SecretUrl redisUrl, String channel, String nonce) throws InterruptedException {
        redis = new Jedis(redisUrl.reveal());
        try {
            redis.ping();
        } catch (JedisException e) {
            throw RunError.environment("preflight: Redis at " + redisUrl + " does not answer: " + e.getMessage());
        }
        thread = new Thread(() -> listen(channel, nonce), "preflight listener");
        thread.setDaemon(true);
        thread.start();
        subscribed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void listen(String channel, String nonce) {
        JedisPubSub listener = new JedisPubSub() {
            @Override
            public void onSubscribe(String name, int channels) {
                subscribed.countDown();
            }

            @Override
            public void onMessage(String name, String message) {
                if (message.contains(nonce)) {
                    heard.countDown();
                    unsubscribe();
                }
            }
        };
        try {
            redis.subscribe(listener, channel);
        } catch (JedisException e) {
            // Closed without having heard anything, which is what heard() says.
            subscribed.countDown();
        }
    }

    /** Whether the message has come; waits for it. */
    boolean heard() throws InterruptedException {
        return heard.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        redis.close();
    }
}

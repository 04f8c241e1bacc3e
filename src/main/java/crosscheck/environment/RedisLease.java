package crosscheck.environment;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * The user's Redis, for one run at a time: channels are the same in all of its databases, so two runs would hear each other. A
 * key in database 0 says who holds it; it expires soon after its holder died.
 */
final class RedisLease implements Provision {
    static final String KEY = "crosscheck:lease";

    private static final String RENEW =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0";
    private static final String RELEASE =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

    private final SecretUrl url;
    private final String holder;
    private final Duration lifetime;
    private final Consumer<String> warnings;
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "crosscheck-redis-lease");
        thread.setDaemon(true);
        return thread;
    });

    private RedisLease(SecretUrl url, String holder, Duration lifetime, Consumer<String> warnings) {
        this.url = url;
        this.holder = holder;
        this.lifetime = lifetime;
        this.warnings = warnings;
    }

    /**
     * @param holder who this run is, for the next one that is refused
     * @param lifetime how long the lease outlives a holder that died
     * @param warnings told when the lease could not be renewed
     */
    static RedisLease take(SecretUrl url, String holder, Duration lifetime, Consumer<String> warnings) {
        try (Jedis redis = Redis.connect(url)) {
            SetParams onlyIfFree = new SetParams().nx().px(lifetime.toMillis());
            if (redis.set(KEY, holder, onlyIfFree) == null) {
                throw refusal(url, redis.get(KEY), redis.pttl(KEY));
            }
        } catch (JedisException e) {
            throw Redis.failure(url, e);
        }
        RedisLease lease = new RedisLease(url, holder, lifetime, warnings);
        long interval = lifetime.toMillis() / 3;
        lease.renewal.scheduleAtFixedRate(lease::renew, interval, interval, TimeUnit.MILLISECONDS);
        return lease;
    }

    @Override
    public SecretUrl url() {
        return url;
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        try (Jedis redis = Redis.connect(url)) {
            redis.eval(RELEASE, List.of(KEY), List.of(holder));
        } catch (JedisException e) {
            throw Redis.failure(url, e);
        }
    }

    private void renew() {
        try (Jedis redis = Redis.connect(url)) {
            Object renewed = redis.eval(RENEW, List.of(KEY), List.of(holder, Long.toString(lifetime.toMillis())));
            if (!Long.valueOf(1).equals(renewed)) {
                warnings.accept("%s: this run no longer holds %s; another may use the server too".formatted(url, KEY));
            }
        } catch (JedisException e) {
            warnings.accept("%s: %s could not be renewed: %s".formatted(url, KEY, e.getMessage()));
        }
    }

    private static RunError refusal(SecretUrl url, String holder, long millis) {
        return RunError.environment(
                "crosscheck.redis.url = %s: one run at a time; it is held by %s. Without it the server is free in at most %d s."
                        .formatted(url, holder, Math.max(1, (millis + 999) / 1000)));
    }
}

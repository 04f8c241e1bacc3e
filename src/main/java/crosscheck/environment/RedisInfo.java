package crosscheck.environment;

import crosscheck.configuration.SecretUrl;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** What Redis says of itself, over one connection that is opened again after a failure. For one thread. */
public final class RedisInfo implements Supplier<Optional<String>>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisInfo.class);

    private final SecretUrl url;
    private Jedis connection;

    public RedisInfo(SecretUrl url) {
        this.url = url;
    }

    /** Its {@code INFO}, nothing while it does not answer. */
    @Override
    public Optional<String> get() {
        try {
            if (connection == null) {
                connection = Redis.connect(url);
            }
            return Optional.of(connection.info());
        } catch (JedisException e) {
            LOG.debug("Redis did not answer the sampler: {}", e.getMessage());
            close();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}

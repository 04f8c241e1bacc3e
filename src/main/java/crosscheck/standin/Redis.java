package crosscheck.standin;

import java.net.URI;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;

/** Connections to Redis that give up soon enough for a request to be answered without it. */
final class Redis {
    private static final int PATIENCE_MILLIS = 500;

    private final URI url;

    Redis(URI url) {
        this.url = url;
    }

    Jedis connection() {
        return new Jedis(
                url,
                DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(PATIENCE_MILLIS)
                        .socketTimeoutMillis(PATIENCE_MILLIS)
                        .build());
    }
}

package crosscheck.environment;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import java.net.URI;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** Connections to a {@code redis://user:password@host:port} URL, and what their failures mean to the user. */
final class Redis {
    private Redis() {}

    /** A connection to database 0. */
    static Jedis connect(SecretUrl secret) {
        URI url = secret.reveal();
        HostAndPort address = new HostAndPort(url.getHost(), url.getPort() < 0 ? 6379 : url.getPort());
        return new Jedis(
                address,
                DefaultJedisClientConfig.builder()
                        .user(JedisURIHelper.getUser(url))
                        .password(JedisURIHelper.getPassword(url))
                        .ssl(JedisURIHelper.isRedisSSLScheme(url))
                        .clientName(Postgres.APPLICATION_NAME)
                        .build());
    }

    static String version(SecretUrl url) {
        try (Jedis redis = connect(url)) {
            return redis.info("server")
                    .lines()
                    .filter(line -> line.startsWith("redis_version:"))
                    .map(line -> line.substring("redis_version:".length()))
                    .findFirst()
                    .orElse("unknown");
        } catch (JedisException e) {
            throw failure(url, e);
        }
    }

    /** The failure in the user's words: key, URL without its secrets, what happened and what to do. */
    static RunError failure(SecretUrl url, JedisException e) {
        return new RunError(
                RunError.Cause.ENVIRONMENT,
                "crosscheck.redis.url (or REDIS_URL) = %s: %s. Check host, port and password, and that the server runs."
                        .formatted(url, e.getMessage()),
                e);
    }
}

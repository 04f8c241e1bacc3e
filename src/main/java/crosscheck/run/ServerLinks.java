package crosscheck.run;

import crosscheck.check.Step;
import crosscheck.configuration.SecretUrl;
import crosscheck.environment.Environment;
import crosscheck.environment.TcpProxy;
import java.util.Map;

/**
 * How targets reach the servers: directly, or through proxies that can take a server out of their reach.
 *
 * @param proxies by server; empty where the way is direct, as it must be for whatever is measured
 */
record ServerLinks(SecretUrl database, SecretUrl redis, Map<Step.Server, TcpProxy> proxies) implements AutoCloseable {
    private static final int POSTGRESQL_PORT = 5432;
    private static final int REDIS_PORT = 6379;

    static ServerLinks direct(Environment environment) {
        return new ServerLinks(environment.databaseUrl(), environment.redisUrl(), Map.of());
    }

    static ServerLinks breakable(Environment environment) {
        TcpProxy database = TcpProxy.before(environment.databaseUrl(), POSTGRESQL_PORT);
        TcpProxy redis = TcpProxy.before(environment.redisUrl(), REDIS_PORT);
        return new ServerLinks(
                database.url(), redis.url(), Map.of(Step.Server.DATABASE, database, Step.Server.REDIS, redis));
    }

    @Override
    public void close() {
        proxies.values().forEach(TcpProxy::close);
    }
}

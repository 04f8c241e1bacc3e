package crosscheck.standin;

import crosscheck.contract.Implementation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import redis.embedded.RedisServer;

/** PostgreSQL with the contract's schema, and Redis, for one test class. */
final class Backends implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final int redisPort;
    private final RedisServer redis;

    Backends() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "150")
                .start();
        redisPort = freePort();
        redis = startedRedis(redisPort);
        try (InputStream schema = Backends.class.getResourceAsStream("/schema/V1__janitor.sql")) {
            execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    URI database() {
        return URI.create("postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/postgres");
    }

    URI redis() {
        return URI.create("redis://127.0.0.1:" + redisPort);
    }

    StandInSettings settings(Implementation implementation, Fault... faults) {
        return new StandInSettings(
                0, false, database(), redis(), 10, implementation.applicationName(), List.of(faults));
    }

    Map<String, String> environment(Implementation implementation) {
        return Map.of(
                "PORT", "0",
                "DATABASE_URL", database().toString(),
                "REDIS_URL", redis().toString(),
                "IMPLEMENTATION", implementation.id());
    }

    private static RedisServer startedRedis(int port) throws IOException {
        RedisServer redis = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        return redis;
    }

    void execute(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    Connection connection() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    String text(String sql) {
        return only(sql, rows -> rows.getString(1));
    }

    long number(String sql) {
        return only(sql, rows -> rows.getLong(1));
    }

    private <T> T only(String sql, Session.Row<T> row) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return row.of(rows);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** An empty database but for codebases {@code c0} to {@code c<codebases-1>} and campaigns {@code lint}, {@code new}. */
    void reset(int codebases) {
        execute("TRUNCATE codebase, campaign, candidate, run, run_branch, run_artifact, queue, publish");
        execute("INSERT INTO codebase (name) SELECT 'c' || i FROM generate_series(0, " + (codebases - 1) + ") i");
        execute("INSERT INTO campaign VALUES ('lint', 'lintian-brush'), ('new', 'new-upstream')");
    }

    /** A pending item in {@code lint} for each codebase. */
    void fillQueue() {
        execute("INSERT INTO queue (codebase, campaign, command, estimated_duration, bucket, priority, status)"
                + " SELECT name, 'lint', 'do it', 900, 'default', 0, 'pending' FROM codebase ORDER BY name");
    }

    @Override
    public void close() {
        try {
            redis.stop();
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

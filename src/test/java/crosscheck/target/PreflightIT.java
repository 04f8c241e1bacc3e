package crosscheck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** Against servers that keep the part of the contract that the preflight asks for, on a database and Redis of their own. */
class PreflightIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EmbeddedPostgres postgres;
    private static RedisServer redis;
    private static RedisServer otherRedis;

    private final List<HttpServer> servers = new ArrayList<>();
    private int accepted = 202;
    private int notSuccessful = 409;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE other");
        }
        for (DataSource database : List.of(postgres.getPostgresDatabase(), other())) {
            try (InputStream schema = PreflightIT.class.getResourceAsStream("/schema/V1__janitor.sql");
                    Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        redis = new RedisServer(freePort());
        redis.start();
        otherRedis = new RedisServer(freePort());
        otherRedis.start();
    }

    @AfterAll
    static void stop() throws IOException {
        redis.stop();
        otherRedis.stop();
        postgres.close();
    }

    @AfterEach
    void stopServers() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void whatUsesThisDatabaseAndRedisPassesAndNothingIsLeft() throws Exception {
        check(registry(target(), target()));
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT (SELECT count(*) FROM codebase)"
                        + " + (SELECT count(*) FROM campaign) + (SELECT count(*) FROM candidate)"
                        + " + (SELECT count(*) FROM run) + (SELECT count(*) FROM run_artifact)")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    @Timeout(30)
    void rowsThatASessionHoldsAreNotWaitedFor() throws Exception {
        PreflightRows rows = PreflightRows.write(postgres.getPostgresDatabase());
        try (Connection session = postgres.getPostgresDatabase().getConnection();
                Statement statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("SELECT 1 FROM run FOR UPDATE");
            assertThatCode(rows::close).doesNotThrowAnyException();
            session.rollback();
        }
        rows.close();
    }

    @Test
    void aDefectIsLeftToTheChecks() throws Exception {
        accepted = 200;
        notSuccessful = 202;
        assertThatCode(() -> check(registry(target(), target()))).doesNotThrowAnyException();
    }

    @Test
    void anotherDatabaseIsSeenInEachServiceThatHasOne() throws Exception {
        SecretUrl good = target();
        SecretUrl elsewhere = serve(other(), redis);
        for (Service service : List.of(Service.RUNNER, Service.SITE, Service.PUBLISHER)) {
            Map<Implementation, Map<Service, SecretUrl>> urls =
                    registry(good, good).baseUrls();
            urls.get(Implementation.RUST).put(service, elsewhere);
            assertThat(refusal(new Registry(urls)))
                    .contains("rust " + service + " at " + elsewhere, "does it use another one?");
        }
    }

    @Test
    void anotherRedisIsSeen() throws Exception {
        SecretUrl elsewhere = serve(postgres.getPostgresDatabase(), otherRedis);
        assertThat(refusal(registry(elsewhere, target())))
                .contains("python runner at " + elsewhere, "was not seen on this run's Redis");
    }

    @Test
    void aServiceThatIsNoneIsSeenByItsAnswer() throws Exception {
        Map<Implementation, Map<Service, SecretUrl>> urls =
                registry(target(), target()).baseUrls();
        HttpServer none = listen();
        urls.get(Implementation.PYTHON).put(Service.WORKER, url(none));
        assertThat(refusal(new Registry(urls))).contains("python worker at", "POST /api/worker/jobs answered 404");
    }

    private static void check(Registry registry) throws InterruptedException {
        SecretUrl redisUrl =
                new SecretUrl(URI.create("redis://localhost:" + redis.ports().get(0)));
        new Preflight(registry, postgres.getPostgresDatabase(), redisUrl, new Http()).check();
    }

    private static String refusal(Registry registry) {
        RunError error = catchThrowableOfType(RunError.class, () -> check(registry));
        assertThat(error).isNotNull();
        assertThat(error.reason()).isEqualTo(RunError.Cause.TARGET);
        return error.getMessage();
    }

    private static Registry registry(SecretUrl python, SecretUrl rust) {
        Map<Implementation, Map<Service, SecretUrl>> urls = new EnumMap<>(Implementation.class);
        for (Implementation side : Implementation.values()) {
            Map<Service, SecretUrl> services = new EnumMap<>(Service.class);
            for (Service service : Service.values()) {
                services.put(service, side == Implementation.PYTHON ? python : rust);
            }
            urls.put(side, services);
        }
        return new Registry(urls);
    }

    private SecretUrl target() throws IOException {
        return serve(postgres.getPostgresDatabase(), redis);
    }

    private SecretUrl serve(DataSource database, RedisServer redisServer) throws IOException {
        HttpServer server = listen();
        handle(server, "/api/codebases/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring("/api/codebases/".length());
            boolean known = update(database, "UPDATE codebase SET name = name WHERE name = ?", name) == 1;
            answer(exchange, known ? 200 : 404, known ? "{\"name\":\"" + name + "\"}" : "no-such-codebase");
        });
        handle(server, "/api/messages", exchange -> {
            JsonNode message = JSON.readTree(exchange.getRequestBody());
            try (Jedis jedis = new Jedis("localhost", redisServer.ports().get(0))) {
                jedis.publish(
                        message.get("topic").asText(), message.get("payload").toString());
            }
            answer(exchange, accepted, "");
        });
        handle(server, "/api/candidates", exchange -> {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            boolean stored = update(
                            database,
                            "INSERT INTO candidate (codebase, campaign) SELECT c.name, m.name FROM codebase c, campaign m"
                                    + " WHERE c.name = ? AND m.name = ? ON CONFLICT (codebase, campaign) DO UPDATE SET value = 1",
                            body.get("codebase").asText(),
                            body.get("campaign").asText())
                    == 1;
            answer(exchange, stored ? 201 : 404, "");
        });
        handle(server, "/api/publish", exchange -> {
            UUID run = UUID.fromString(
                    JSON.readTree(exchange.getRequestBody()).get("run_id").asText());
            boolean known = update(database, "UPDATE run SET id = id WHERE id = ?", run) == 1;
            answer(exchange, known ? notSuccessful : 404, known ? "run-not-successful" : "no-such-run");
        });
        handle(server, "/api/worker/jobs", exchange -> {
            UUID run = UUID.fromString(
                    JSON.readTree(exchange.getRequestBody()).get("run_id").asText());
            update(database, "INSERT INTO run_artifact VALUES (?, 'build.log', 0, '', '')", run);
            answer(exchange, 200, "{}");
        });
        return url(server);
    }

    private interface Handling {
        void of(HttpExchange exchange) throws IOException, SQLException;
    }

    private static void handle(HttpServer server, String path, Handling handling) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handling.of(exchange);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private HttpServer listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        servers.add(server);
        return server;
    }

    private static SecretUrl url(HttpServer server) {
        return new SecretUrl(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private static int update(DataSource database, String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static DataSource other() {
        return postgres.getDatabase("postgres", "other");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

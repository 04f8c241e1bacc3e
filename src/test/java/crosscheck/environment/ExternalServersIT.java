package crosscheck.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import crosscheck.configuration.Settings;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Servers that the user names; here they are two of our own, reached by their URLs only. */
class ExternalServersIT {
    private static final String TABLES =
            "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('public', 'crosscheck', 'app')";
    private static final String DATABASES = "SELECT datname::text FROM pg_database WHERE datname LIKE 'crosscheck%'";

    private static Ownership ownership;
    private static Provision postgres;
    private static Provision redis;

    @BeforeAll
    static void start() {
        ownership = Ownership.claim();
        postgres = EmbeddedPostgres.start(ownership);
        redis = EmbeddedRedis.start(ownership);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        redis.close();
        ownership.close();
    }

    @Test
    void launchedTargetsGetADatabaseThatIsDroppedAtTheEnd() throws SQLException {
        try (Environment environment = start(postgres.url(), true)) {
            assertThat(environment.databaseUrl().toString()).matches(".*/crosscheck_[0-9a-f]{16}");
            assertThat(environment.database().queueRows()).isEqualTo(50);
            assertThat(texts(postgres.url(), DATABASES)).hasSize(1);
        }
        assertThat(texts(postgres.url(), DATABASES)).isEmpty();
    }

    @Test
    void databaseOfADeadOwnerIsDroppedAndOfALivingOneKept() throws SQLException {
        execute(postgres.url(), "CREATE DATABASE crosscheck_00000000deadbeef");
        execute(postgres.url(), "CREATE DATABASE crosscheck_mine");
        try (IsolatedDatabase first = IsolatedDatabase.create(postgres.url());
                IsolatedDatabase second = IsolatedDatabase.create(postgres.url())) {
            assertThat(texts(postgres.url(), DATABASES))
                    .containsExactlyInAnyOrder(nameOf(first), nameOf(second), "crosscheck_mine");
        }
        assertThat(texts(postgres.url(), DATABASES)).containsExactly("crosscheck_mine");
        execute(postgres.url(), "DROP DATABASE crosscheck_mine");
    }

    @Test
    void emptyDatabaseIsAdoptedAndLeftEmptyButForTheMarker() throws SQLException {
        SecretUrl adopted = create("adopted");
        for (int run = 0; run < 2; run++) {
            try (Environment environment = start(adopted, false)) {
                assertThat(environment.databaseUrl()).isEqualTo(adopted);
                assertThat(environment.database().queueRows()).isEqualTo(50);
                assertThatThrownBy(() -> AdoptedDatabase.adopt(adopted))
                        .isInstanceOf(RunError.class)
                        .hasMessageContaining("another run");
            }
            assertThat(texts(adopted, TABLES)).containsExactly("crosscheck.marker");
        }
    }

    @Test
    void whatADeadRunLeftInAnAdoptedDatabaseIsReplaced() throws SQLException {
        SecretUrl adopted = create("left");
        AdoptedDatabase.adopt(adopted);
        try (Database database = Database.open(adopted, settings(adopted).database())) {
            database.migrate();
            database.snapshot();
        }
        execute(postgres.url(), "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = 'left'");
        try (Environment environment = start(adopted, false)) {
            assertThat(environment.database().queueRows()).isEqualTo(50);
        }
    }

    @Test
    void databaseOfSomebodyElseIsRefusedUntouched() throws SQLException {
        SecretUrl foreign = create("foreign");
        execute(foreign, "CREATE SCHEMA app; CREATE TABLE app.customer (); CREATE TABLE run (id text)");
        assertThatThrownBy(() -> start(foreign, false))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("crosscheck.database.url = postgresql://127.0.0.1")
                .hasMessageContaining("Found: table app.customer, table public.run, schema app")
                .hasMessageNotContaining("postgres:postgres");
        assertThat(texts(foreign, TABLES)).containsExactlyInAnyOrder("app.customer", "public.run");
    }

    @Test
    void userWithoutRightsIsToldWhichKey() throws SQLException {
        execute(postgres.url(), "CREATE ROLE weak LOGIN PASSWORD 'secret'");
        URI url = postgres.url().reveal();
        SecretUrl weak = new SecretUrl(URI.create("postgresql://weak:secret@127.0.0.1:" + url.getPort() + "/postgres"));
        assertThatThrownBy(() -> start(weak, true))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("crosscheck.database.url")
                .hasMessageContaining("permission denied")
                .hasMessageNotContaining("secret");
    }

    @Test
    void unreachableServersAreNamed() {
        SecretUrl nowhere = new SecretUrl(URI.create("postgresql://u:secret@127.0.0.1:1/db"));
        assertThatThrownBy(() -> start(nowhere, true))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("postgresql://127.0.0.1:1/db")
                .hasMessageNotContaining("secret");
        SecretUrl noRedis = new SecretUrl(URI.create("redis://:secret@127.0.0.1:1"));
        assertThatThrownBy(() -> RedisLease.take(noRedis, "me", Duration.ofSeconds(1), line -> {}))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("redis://127.0.0.1:1")
                .hasMessageNotContaining("secret");
    }

    @Test
    void redisIsForOneRunAtATime() {
        try (RedisLease held = RedisLease.take(redis.url(), "the first run", Duration.ofSeconds(15), line -> {})) {
            assertThat(held.url()).isEqualTo(redis.url());
            assertThatThrownBy(() -> RedisLease.take(redis.url(), "the second", Duration.ofSeconds(15), line -> {}))
                    .isInstanceOf(RunError.class)
                    .hasMessageContaining("held by the first run")
                    .hasMessageMatching("(?s).*free in at most 1[45] s.*");
        }
        RedisLease.take(redis.url(), "the second", Duration.ofSeconds(15), line -> {})
                .close();
    }

    @Test
    void leaseOutlivesItsLifetimeWhileItsHolderLives() {
        try (RedisLease held = RedisLease.take(redis.url(), "me", Duration.ofMillis(600), line -> {});
                Jedis jedis = Redis.connect(held.url())) {
            jedis.pexpire(RedisLease.KEY, 300);
            await().until(() -> jedis.pttl(RedisLease.KEY) > 400);
        }
    }

    private static Environment start(SecretUrl database, boolean launched) {
        return Environment.start(settings(database), launched, ownership, line -> {});
    }

    private static Settings settings(SecretUrl database) {
        return TestSettings.of(Optional.of(database), Optional.of(redis.url()));
    }

    private static SecretUrl create(String name) throws SQLException {
        execute(postgres.url(), "CREATE DATABASE \"" + name + "\"");
        return Postgres.withDatabase(postgres.url(), name);
    }

    private static String nameOf(Provision database) {
        return database.url().reveal().getPath().substring(1);
    }

    private static List<String> texts(SecretUrl url, String sql) throws SQLException {
        try (Connection connection = Postgres.connect(url)) {
            return Sql.texts(connection, sql);
        }
    }

    private static void execute(SecretUrl url, String sql) throws SQLException {
        try (Connection connection = Postgres.connect(url)) {
            Sql.execute(connection, sql);
        }
    }
}

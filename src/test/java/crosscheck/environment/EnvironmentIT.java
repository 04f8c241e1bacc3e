package crosscheck.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.contract.Buckets;
import crosscheck.observation.StoredResult;
import crosscheck.observation.StoredResult.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnvironmentIT {
    private static final String EVERYTHING = """
            SELECT string_agg(t::text, E'\\n' ORDER BY t::text) FROM (
                SELECT 'codebase', to_jsonb(codebase) FROM codebase UNION ALL
                SELECT 'campaign', to_jsonb(campaign) FROM campaign UNION ALL
                SELECT 'candidate', to_jsonb(candidate) FROM candidate UNION ALL
                SELECT 'run', to_jsonb(run) FROM run UNION ALL
                SELECT 'run_branch', to_jsonb(run_branch) FROM run_branch UNION ALL
                SELECT 'run_artifact', to_jsonb(run_artifact) FROM run_artifact UNION ALL
                SELECT 'queue', to_jsonb(queue) FROM queue UNION ALL
                SELECT 'publish', to_jsonb(publish) FROM publish UNION ALL
                SELECT sequencename::text, to_jsonb(last_value) FROM pg_sequences WHERE schemaname = 'public') t""";

    private static Ownership ownership;
    private static Environment environment;
    private static Database database;

    @BeforeAll
    static void start() {
        ownership = Ownership.claim();
        environment = Environment.start(TestSettings.embedded(), true, ownership, line -> {});
        database = environment.database();
    }

    @AfterAll
    static void stop() {
        environment.close();
        ownership.close();
        assertThat(ownership.directory()).doesNotExist();
    }

    @BeforeEach
    void reset() {
        assertThat(database.reset()).isEmpty();
    }

    @Test
    void serversSayTheirVersions() {
        assertThat(environment.versions().get("postgresql")).startsWith("14.");
        assertThat(environment.versions().get("redis")).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void contractTablesAreAllKnown() throws SQLException {
        assertThat(texts("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactlyInAnyOrderElementsOf(Schema.TABLES);
    }

    @Test
    void resetRestoresEveryRowAndSequence() throws SQLException {
        String before = texts(EVERYTHING).get(0);
        Map<String, String> digest = database.digest();
        execute("""
                INSERT INTO queue (codebase, campaign, command, estimated_duration, bucket, priority, status)
                SELECT codebase, campaign, command, 1, 'manual', 0, 'assigned' FROM queue;
                DELETE FROM run WHERE result_code <> 'success';
                UPDATE run SET context = '{"changed": 1.50}', value = value + 1;
                INSERT INTO run_artifact SELECT id, 'a', 1, 'x', '\\x00' FROM run LIMIT 5;
                DELETE FROM candidate;
                DELETE FROM run_branch WHERE role = 'upstream';
                INSERT INTO publish SELECT id, id, 'push', NULL, now(), NULL FROM run LIMIT 3""");
        assertThat(database.digest()).allSatisfy((table, rows) -> assertThat(rows.equals(digest.get(table)))
                .isEqualTo(List.of("codebase", "campaign").contains(table)));

        assertThat(database.reset()).isEmpty();

        assertThat(texts(EVERYTHING).get(0)).isEqualTo(before);
        assertThat(database.digest()).isEqualTo(digest);
    }

    @Test
    void referencesAreCheckedAfterAReset() {
        assertThatThrownBy(() -> execute("UPDATE run SET codebase = 'unknown'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("foreign key");
    }

    @Test
    void blockedResetNamesAndEndsTheSession() throws SQLException {
        var source = Postgres.dataSource(environment.databaseUrl());
        source.setApplicationName("crosscheck-rust");
        try (Connection blocker = source.getConnection()) {
            blocker.setAutoCommit(false);
            Sql.execute(blocker, "DELETE FROM queue");
            long pid = Sql.number(blocker, "SELECT pg_backend_pid()");

            assertThat(database.awaitQuiet()).isFalse();
            List<BlockingSession> ended = database.reset();

            assertThat(ended).singleElement().satisfies(session -> {
                assertThat(session.pid()).isEqualTo((int) pid);
                assertThat(session.applicationName()).isEqualTo("crosscheck-rust");
                assertThat(session.state()).isEqualTo("idle in transaction");
                assertThat(session.query()).contains("pg_backend_pid");
                assertThat(session.transactionAge()).isPositive();
            });
        }
        assertThat(database.queueRows()).isEqualTo(50);
    }

    @Test
    void loadIsPreparedBesideTheDataSet() throws SQLException {
        PreparedLoad load = database.prepareLoad(325, 40, Instant.parse("2026-01-01T00:00:00Z"), 42);
        assertThat(load.pendingItems()).containsOnlyKeys(Buckets.IN_ORDER).isEqualTo(database.pendingItems());
        assertThat(load.pendingItems().values().stream().reduce(0L, Long::sum)).isEqualTo(375);
        assertThat(load.queueRows()).isEqualTo(415).isEqualTo(database.queueRows());
        assertThat(load.runs()).hasSize(40);
        assertThat(texts("SELECT run.id::text FROM run JOIN queue ON run.id = run_id WHERE run.status = 'running'"))
                .containsExactlyInAnyOrderElementsOf(
                        load.runs().stream().map(UUID::toString).toList());
    }

    @Test
    void submittedResultsAreLookedUp() throws SQLException {
        List<UUID> runs = database.prepareLoad(0, 4, Instant.parse("2026-01-01T00:00:00Z"), 42)
                .runs();
        String body = """
                {"result_code": "success", "result": {"score": 1.50, "big": 12345678901234567890}, "logfilenames": ["a.log"],
                 "value": 15e-1, "branches": [{"role": "main", "name": "m", "revision": "r"}]}""";
        String store = """
                UPDATE run SET status = 'completed', finish_time = now(), result_code = 'success', value = 1.5,
                    result = '{"big": 12345678901234567890, "score": 1.5}', logfilenames = '{a.log}' WHERE id = '%1$s';
                INSERT INTO run_branch VALUES ('%1$s', 'main', 'm', NULL, 'r');
                DELETE FROM queue WHERE run_id = '%1$s'""";
        execute(store.formatted(runs.get(0)));
        execute(store.formatted(runs.get(1)));
        execute("UPDATE run SET result = '{\"big\": 12345678901234567891, \"score\": 1.5}' WHERE id = '%s'"
                .formatted(runs.get(1)));
        execute("DELETE FROM queue WHERE run_id = '%1$s'; DELETE FROM run WHERE id = '%1$s'".formatted(runs.get(2)));

        List<StoredResult> audited = database.audit(
                7,
                Map.of(
                        runs.get(0).toString(), body,
                        runs.get(1).toString(), body,
                        runs.get(2).toString(), body,
                        runs.get(3).toString(), body));

        assertThat(audited)
                .filteredOn(result -> result.state() != State.PARTIAL)
                .containsExactlyInAnyOrder(
                        new StoredResult(7, runs.get(0).toString(), State.WHOLE, ""),
                        new StoredResult(7, runs.get(3).toString(), State.ABSENT, ""));
        assertThat(audited)
                .filteredOn(result -> result.state() == State.PARTIAL)
                .extracting(StoredResult::detail)
                .anyMatch(detail -> detail.startsWith("result is "))
                .contains("the run is gone");
    }

    private static List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.connections().getConnection()) {
            return Sql.texts(connection, sql);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.connections().getConnection()) {
            Sql.execute(connection, sql);
        }
    }
}

package crosscheck.environment;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import crosscheck.configuration.Settings;
import crosscheck.data.Campaign;
import crosscheck.data.CopyTable;
import crosscheck.data.LoadData;
import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.StoredResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that both implementations share, as the harness sees it. Every method fails with a {@link RunError} that names
 * the server.
 */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 3;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final SecretUrl url;
    private final Settings.Database settings;
    private final HikariDataSource connections;

    private Database(SecretUrl url, Settings.Database settings, HikariDataSource connections) {
        this.url = url;
        this.settings = settings;
        this.connections = connections;
    }

    static Database open(SecretUrl url, Settings.Database settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(Postgres.APPLICATION_NAME);
        pool.setDataSource(Postgres.dataSource(url));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        pool.setInitializationFailTimeout(-1);
        return new Database(url, settings, new HikariDataSource(pool));
    }

    public SecretUrl url() {
        return url;
    }

    /** Connections of their own, not pooled, under another application name than the harness's. */
    public DataSource dataSource(String applicationName) {
        PGSimpleDataSource source = Postgres.dataSource(url);
        source.setApplicationName(applicationName);
        return source;
    }

    /** Makes the contract's tables where they are missing. */
    void migrate() {
        execute(Schema::migrate);
    }

    /** Writes rows with COPY, all tables in one transaction. */
    void load(List<CopyTable> tables) {
        execute(connection -> Sql.inTransaction(connection, () -> {
            for (CopyTable table : tables) {
                copy(connection, table);
            }
        }));
    }

    /** Tells the planner what the tables hold now. */
    void analyze() {
        execute(connection -> Sql.execute(connection, "ANALYZE " + String.join(", ", Schema.TABLES)));
    }

    /** Keeps the present contents of the contract's tables as what {@link #reset} goes back to. */
    public void snapshot() {
        execute(Snapshot::take);
    }

    /**
     * Waits until the implementations' sessions are at rest, then sets every contract table and sequence to the snapshot. A
     * session that holds a lock all the same is ended.
     *
     * @return the sessions that were ended; empty in a healthy run
     */
    public List<BlockingSession> reset() {
        return query(connection -> {
            Sessions.awaitQuiet(connection, settings.quietTimeout());
            return Sessions.clearTheWay(connection, settings.lockTimeout(), () -> Snapshot.restore(connection));
        });
    }

    /** Waits until no session of an implementation runs a statement or holds a transaction; false when it takes too long. */
    public boolean awaitQuiet() {
        return query(connection -> Sessions.awaitQuiet(connection, settings.quietTimeout()));
    }

    /** The same, and for so long: what clients have given up may still be carried out, one after the other. */
    public boolean awaitQuiet(Duration lasting) {
        return query(connection ->
                Sessions.awaitQuiet(connection, lasting, settings.quietTimeout().plus(lasting)));
    }

    /**
     * For each contract table a digest of its rows: equal exactly when the rows are, whatever their physical order. Positions of
     * sequences do not count: a refused insert may use a number up.
     */
    public Map<String, String> digest() {
        return query(Snapshot::digest);
    }

    /** Rows that are not as in the snapshot, by table, in the order of primary keys; empty where every row is. */
    public Map<String, List<RowChange>> changes() {
        return query(RowChanges::read);
    }

    /**
     * Holds back whatever commits a change from now on.
     *
     * @param micros the clock that their release is told by
     */
    public HeldCommits holdCommits(LongSupplier micros) {
        return HeldCommits.hold(url, settings.quietTimeout(), micros);
    }

    /**
     * Adds what a phase of load needs to the snapshot's contents; call it after {@link #reset}.
     *
     * @param pending items that can be assigned, beside those of the data set
     * @param assigned items with a running run each, whose results can be submitted
     * @param started when those runs started
     */
    public PreparedLoad prepareLoad(int pending, int assigned, Instant started, long seed) {
        LoadData data = new LoadData(Campaign.first(campaigns()), pending, assigned, started, seed);
        load(data.tables());
        analyze();
        return new PreparedLoad(pendingItems(), queueRows(), data.runs());
    }

    /** Rows of the queue table: pending, assigned and in progress. */
    public long queueRows() {
        return count("SELECT count(*) FROM queue");
    }

    /** How many items can be assigned, by bucket. */
    public Map<String, Long> pendingItems() {
        return query(connection ->
                Sql.numbers(connection, "SELECT bucket, count(*) FROM queue WHERE status = 'pending' GROUP BY bucket"));
    }

    /**
     * Looks submitted results up; call it once the implementations are at rest.
     *
     * @param phase the phase in which they were submitted
     * @param submitted bodies of "submit result" by run id
     * @return one entry for each
     */
    public List<StoredResult> audit(int phase, Map<String, String> submitted) {
        Map<String, StoredResult> audited = new LinkedHashMap<>();
        submitted.forEach((run, body) -> audited.put(run, ResultAudit.audit(phase, run, body, Optional.empty())));
        List<UUID> runs = submitted.keySet().stream().map(UUID::fromString).toList();
        execute(connection -> StoredRuns.forEach(connection, runs, stored -> {
            String run = stored.id().toString();
            audited.put(run, ResultAudit.audit(phase, run, submitted.get(run), Optional.of(stored)));
        }));
        return List.copyOf(audited.values());
    }

    /** The harness's own connections, for statements that are nobody else's business. */
    public DataSource connections() {
        return connections;
    }

    /** The server's version, as it says it. */
    String version() {
        return query(connection -> connection.getMetaData().getDatabaseProductVersion());
    }

    @Override
    public void close() {
        connections.close();
    }

    private int campaigns() {
        return (int) count("SELECT count(*) FROM campaign");
    }

    private long count(String sql) {
        return query(connection -> Sql.number(connection, sql));
    }

    private static void copy(Connection connection, CopyTable table) throws SQLException {
        String sql = "COPY %s (%s) FROM STDIN".formatted(table.name(), table.columns());
        try (OutputStream out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql)) {
            table.writeTo(out);
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException sqlFailure) {
                throw sqlFailure;
            }
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Query<T> {
        T apply(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Command {
        void apply(Connection connection) throws SQLException;
    }

    private void execute(Command command) {
        query(connection -> {
            command.apply(connection);
            return null;
        });
    }

    private <T> T query(Query<T> query) {
        try (Connection connection = connections.getConnection()) {
            return query.apply(connection);
        } catch (SQLException e) {
            throw Postgres.failure(url, e);
        }
    }
}

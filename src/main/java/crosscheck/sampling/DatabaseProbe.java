package crosscheck.sampling;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks PostgreSQL over one connection of its own, which is opened again after a failure. */
final class DatabaseProbe implements AutoCloseable {
    /** The connection's {@code application_name}. */
    static final String APPLICATION_NAME = "crosscheck-sampler";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);

    /** What the server is given to answer; a reset holds the queue table's lock for less. */
    private static final Duration STATEMENT_TIMEOUT = Duration.ofMillis(500);

    /** When a server that says nothing at all is given up. */
    private static final Duration NETWORK_TIMEOUT = Duration.ofSeconds(3);

    private static final String SESSIONS = """
            SELECT pid || '@' || extract(epoch FROM backend_start), application_name, client_port, state,
                   wait_event_type = 'Lock'
            FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
              AND coalesce(backend_type, 'client backend') = 'client backend'
            """;

    private static final String BACKEND = """
            SELECT pid, (extract(epoch FROM backend_start) * 1000)::bigint
            FROM pg_stat_activity WHERE pid = pg_backend_pid()
            """;

    private static final String TOTALS = """
            SELECT xact_commit, xact_rollback, blks_hit, blks_read
            FROM pg_stat_database WHERE datname = current_database()
            """;

    private static final String QUEUE_DEPTH = "SELECT count(*) FROM queue";

    private final DataSource database;
    private Connection connection;

    DatabaseProbe(DataSource database) {
        this.database = database;
    }

    DatabaseReading read() {
        try (Statement statement = connection().createStatement()) {
            return new DatabaseReading(sessions(statement), queueDepth(statement));
        } catch (SQLException e) {
            LOG.debug("PostgreSQL did not answer the sampler: {}", e.getMessage());
            close();
            return DatabaseReading.MISSING;
        }
    }

    /** The server's process at the other end, nothing while PostgreSQL does not answer. */
    Optional<Backend> backend() {
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(BACKEND)) {
            row.next();
            return Optional.of(new Backend(row.getLong(1), row.getLong(2)));
        } catch (SQLException e) {
            LOG.debug("PostgreSQL did not answer the sampler: {}", e.getMessage());
            close();
            return Optional.empty();
        }
    }

    /** Counts since the database was made, nothing while PostgreSQL does not answer. */
    Optional<Totals> totals() {
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(TOTALS)) {
            row.next();
            return Optional.of(new Totals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
        } catch (SQLException e) {
            LOG.debug("PostgreSQL did not answer the sampler: {}", e.getMessage());
            close();
            return Optional.empty();
        }
    }

    /** Transactions, and blocks found in the cache or read. */
    record Totals(long commits, long rollbacks, long blocksHit, long blocksRead) {}

    record Backend(long pid, long startMillis) {}

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = database.getConnection();
            connection.setNetworkTimeout(Runnable::run, (int) NETWORK_TIMEOUT.toMillis());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET application_name = '" + APPLICATION_NAME + "'");
                statement.execute("SET statement_timeout = " + STATEMENT_TIMEOUT.toMillis());
            }
        }
        return connection;
    }

    private static List<DatabaseReading.Session> sessions(Statement statement) throws SQLException {
        List<DatabaseReading.Session> sessions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(SESSIONS)) {
            while (row.next()) {
                sessions.add(new DatabaseReading.Session(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getBoolean(5)));
            }
        }
        return sessions;
    }

    private static Long queueDepth(Statement statement) {
        try (ResultSet row = statement.executeQuery(QUEUE_DEPTH)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            LOG.debug("the queue could not be counted: {}", e.getMessage());
            return null;
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("the sampler's connection did not close: {}", e.getMessage());
            }
            connection = null;
        }
    }
}

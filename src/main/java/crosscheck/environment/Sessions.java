package crosscheck.environment;

import crosscheck.contract.Implementation;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** What other sessions do with the database. */
final class Sessions {
    private static final Duration POLL = Duration.ofMillis(5);
    /** A lock was not available in time; two waited for each other, and the server chose us to give up. */
    private static final Set<String> LOCKED_OUT = Set.of("55P03", "40P01");

    private static final int ATTEMPTS = 5;

    private static final String BUSY = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = ANY (?)
              AND (state = 'active' OR state LIKE 'idle in transaction%')""";

    private static final String BLOCKING = """
            SELECT pid, application_name, state, query, extract(epoch FROM clock_timestamp() - xact_start)
            FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
              AND pid IN (SELECT pid FROM pg_locks
                          WHERE granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                            AND relation IN (SELECT to_regclass(name) FROM unnest(?) AS name))
            ORDER BY pid""";

    private Sessions() {}

    /** Whether the implementations' sessions came to rest: none runs a statement or holds a transaction open. */
    static boolean awaitQuiet(Connection connection, Duration timeout) throws SQLException {
        return awaitQuiet(connection, Duration.ZERO, timeout);
    }

    /** Whether they came to rest, and stayed so for {@code lasting}. */
    static boolean awaitQuiet(Connection connection, Duration lasting, Duration timeout) throws SQLException {
        Object[] names = Arrays.stream(Implementation.values())
                .map(Implementation::applicationName)
                .toArray();
        long start = System.nanoTime();
        long busy = start;
        try (PreparedStatement query = connection.prepareStatement(BUSY)) {
            query.setArray(1, connection.createArrayOf("text", names));
            while (true) {
                boolean quiet = count(query) == 0;
                long now = System.nanoTime();
                busy = quiet ? busy : now;
                if (quiet && now - busy >= lasting.toNanos()) {
                    return true;
                }
                if (now - start > timeout.toNanos()) {
                    return false;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    /**
     * Runs a transaction that needs locks on the contract's tables. Where they are not free in time, the sessions that hold them
     * are ended and it is tried again.
     *
     * @return the sessions that were ended
     */
    static List<BlockingSession> clearTheWay(Connection connection, Duration lockTimeout, Sql.Transaction transaction)
            throws SQLException {
        List<BlockingSession> ended = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            try {
                Sql.inTransaction(connection, () -> {
                    Sql.execute(connection, "SET LOCAL lock_timeout = " + lockTimeout.toMillis());
                    transaction.run();
                });
                return ended;
            } catch (SQLException e) {
                if (!LOCKED_OUT.contains(e.getSQLState()) || attempt == ATTEMPTS) {
                    throw e;
                }
                ended.addAll(endBlocking(connection));
            }
        }
    }

    private static List<BlockingSession> endBlocking(Connection connection) throws SQLException {
        List<BlockingSession> blocking = blocking(connection);
        try (PreparedStatement terminate = connection.prepareStatement("SELECT pg_terminate_backend(?, 2000)")) {
            for (BlockingSession session : blocking) {
                terminate.setInt(1, session.pid());
                terminate.execute();
            }
        }
        return blocking;
    }

    private static List<BlockingSession> blocking(Connection connection) throws SQLException {
        Object[] tables = Schema.TABLES.stream().map(table -> "public." + table).toArray();
        Array names = connection.createArrayOf("text", tables);
        List<BlockingSession> sessions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(BLOCKING)) {
            query.setArray(1, names);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sessions.add(new BlockingSession(
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            Duration.ofMillis((long) (rows.getDouble(5) * 1000))));
                }
            }
        }
        return sessions;
    }

    private static long count(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}

package crosscheck.standin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on one connection. Each stands alone unless it runs inside {@link #transaction}. */
final class Session {
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Connection connection;
    private final Database.BeforeCommit beforeCommit;

    /** Reads a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Statements that belong together. */
    @FunctionalInterface
    interface Unit<T> {
        T run() throws SQLException;
    }

    Session(Connection connection, Database.BeforeCommit beforeCommit) {
        this.connection = connection;
        this.beforeCommit = beforeCommit;
    }

    <T> List<T> list(String sql, Row<T> row, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(row.of(rows));
            }
            return list;
        }
    }

    <T> Optional<T> one(String sql, Row<T> row, Object... arguments) throws SQLException {
        return list(sql, row, arguments).stream().findFirst();
    }

    boolean exists(String sql, Object... arguments) throws SQLException {
        return one(sql, row -> true, arguments).isPresent();
    }

    int update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** All of it or nothing; whatever is thrown inside undoes it. */
    <T> T transaction(String operation, Unit<T> unit) throws SQLException {
        connection.setAutoCommit(false);
        boolean ended = false;
        try {
            T result = unit.run();
            beforeCommit.of(operation, connection);
            connection.commit();
            ended = true;
            return result;
        } finally {
            if (!ended) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /**
     * Keeps what is done for one run, its message included, apart from what others do for it, in this process and in any
     * other on the same database: messages leave after the commit, when no row lock is left to keep them in order.
     */
    <T> T inOrderOf(UUID run, Unit<T> unit) throws SQLException {
        long key = run.getMostSignificantBits() ^ run.getLeastSignificantBits();
        exists("SELECT pg_advisory_lock(?)", key);
        try {
            return unit.run();
        } finally {
            exists("SELECT pg_advisory_unlock(?)", key);
        }
    }

    static boolean isForeignKeyViolation(SQLException failure) {
        return FOREIGN_KEY_VIOLATION.equals(failure.getSQLState());
    }

    private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (argument instanceof Instant instant) {
                argument = instant.atOffset(ZoneOffset.UTC);
            } else if (argument instanceof List<?> texts) {
                argument = connection.createArrayOf("text", texts.toArray());
            }
            statement.setObject(i + 1, argument);
        }
        return statement;
    }
}

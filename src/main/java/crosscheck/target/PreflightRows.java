package crosscheck.target;

import crosscheck.contract.Implementation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows under random names, in the database until they are closed, with everything that a target hung on them. */
final class PreflightRows implements AutoCloseable {
    private static final String RUN =
            "INSERT INTO run (id, codebase, campaign, command, start_time, finish_time, status, result_code, logfilenames)"
                    + " VALUES (?, ?, ?, 'true', now(), CASE WHEN ?::text IS NULL THEN NULL ELSE now() END,"
                    + " CASE WHEN ?::text IS NULL THEN 'running' ELSE 'completed' END, ?, '{}')";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource database;
    private final String codebase = "preflight-" + UUID.randomUUID();
    private final String campaign = "preflight-" + UUID.randomUUID();
    private final UUID failedRun = UUID.randomUUID();
    private final Map<Implementation, UUID> activeRuns = new EnumMap<>(Implementation.class);

    private PreflightRows(DataSource database) {
        this.database = database;
        for (Implementation side : Implementation.values()) {
            activeRuns.put(side, UUID.randomUUID());
        }
    }

    static PreflightRows write(DataSource database) throws SQLException {
        PreflightRows rows = new PreflightRows(database);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "INSERT INTO codebase (name) VALUES (?)", rows.codebase);
            execute(connection, "INSERT INTO campaign (name, command) VALUES (?, 'true')", rows.campaign);
            rows.insertRun(connection, rows.failedRun, "build-failed");
            for (UUID run : rows.activeRuns.values()) {
                rows.insertRun(connection, run, null);
            }
            connection.commit();
        }
        return rows;
    }

    private void insertRun(Connection connection, UUID id, String resultCode) throws SQLException {
        execute(connection, RUN, id, codebase, campaign, resultCode, resultCode, resultCode);
    }

    String codebase() {
        return codebase;
    }

    String campaign() {
        return campaign;
    }

    UUID failedRun() {
        return failedRun;
    }

    UUID activeRun(Implementation side) {
        return activeRuns.get(side);
    }

    boolean hasArtifacts(Implementation side) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT 1 FROM run_artifact WHERE run_id = ?")) {
            query.setObject(1, activeRun(side));
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /** What a session of a target holds on to is left to the reset before the first phase, which ends the session and names it. */
    @Override
    public void close() throws SQLException {
        try {
            delete();
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private void delete() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "SET LOCAL lock_timeout = '2s'");
            execute(connection, "DELETE FROM candidate WHERE codebase = ?", codebase);
            execute(connection, "DELETE FROM run WHERE codebase = ?", codebase);
            execute(connection, "DELETE FROM campaign WHERE name = ?", campaign);
            execute(connection, "DELETE FROM codebase WHERE name = ?", codebase);
            connection.commit();
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}

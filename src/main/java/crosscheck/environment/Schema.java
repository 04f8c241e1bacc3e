package crosscheck.environment;

import crosscheck.RunError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The contract's tables, in schema {@code public}, made by numbered migrations. What crosscheck keeps for itself (which
 * migrations ran, the snapshot, the marker) is in schema {@code crosscheck}.
 */
final class Schema {
    /** The contract's tables, those that others refer to first. */
    static final List<String> TABLES =
            List.of("codebase", "campaign", "candidate", "run", "run_branch", "run_artifact", "queue", "publish");

    /** File names under {@code schema/}; the number after {@code V} is the place in this list. */
    static final List<String> MIGRATIONS = List.of("V1__janitor.sql");

    private Schema() {}

    /** Applies what is missing, each migration in a transaction of its own. The connection must be in auto-commit mode. */
    static void migrate(Connection connection) throws SQLException {
        Sql.execute(connection, """
                CREATE SCHEMA IF NOT EXISTS crosscheck;
                CREATE TABLE IF NOT EXISTS crosscheck.migration (
                    version    integer PRIMARY KEY,
                    name       text NOT NULL,
                    sql        text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT now()
                )""");
        for (int version = 1; version <= MIGRATIONS.size(); version++) {
            apply(connection, version, MIGRATIONS.get(version - 1));
        }
    }

    private static void apply(Connection connection, int version, String name) throws SQLException {
        String sql = resource(name);
        String applied = applied(connection, version);
        if (sql.equals(applied)) {
            return;
        }
        if (applied != null) {
            throw RunError.environment(
                    "The database has another version of migration " + name
                            + " than this crosscheck. It was made by another build: drop its schema crosscheck and the contract's tables, or name an empty database.");
        }
        Sql.inTransaction(connection, () -> {
            Sql.execute(connection, sql);
            record(connection, version, name, sql);
        });
    }

    private static void record(Connection connection, int version, String name, String sql) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO crosscheck.migration (version, name, sql) VALUES (?, ?, ?)")) {
            insert.setInt(1, version);
            insert.setString(2, name);
            insert.setString(3, sql);
            insert.executeUpdate();
        }
    }

    private static String applied(Connection connection, int version) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT sql FROM crosscheck.migration WHERE version = ?")) {
            query.setInt(1, version);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream("/schema/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

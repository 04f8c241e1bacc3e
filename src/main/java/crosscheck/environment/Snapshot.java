package crosscheck.environment;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A copy of the contract's tables and of the positions of their sequences, beside them in the same database. Restoring it writes
 * all tables anew rather than undoing changes, so that every phase starts on the same physical pages, without dead rows.
 */
final class Snapshot {
    private static final String TAKE =
            Schema.TABLES.stream().map(table -> """
                                    DROP TABLE IF EXISTS crosscheck.snapshot_%1$s;
                                    CREATE UNLOGGED TABLE crosscheck.snapshot_%1$s AS TABLE public.%1$s;
                                    """.formatted(table)).collect(joining()) + """
                    DROP TABLE IF EXISTS crosscheck.snapshot_sequence;
                    CREATE UNLOGGED TABLE crosscheck.snapshot_sequence AS
                        SELECT format('%I.%I', schemaname, sequencename) AS name, start_value, last_value
                        FROM pg_sequences WHERE schemaname = 'public'""";

    private static final String WITHOUT_CHECKS = """
            SELECT set_config('session_replication_role', 'replica', true)
            FROM pg_roles WHERE rolname = current_user AND rolsuper""";

    private static final String RESTORE = "TRUNCATE "
            + Schema.TABLES.stream().map(table -> "public." + table).collect(joining(", "))
            + ";\n"
            + Schema.TABLES.stream()
                    .map(table -> "INSERT INTO public.%1$s SELECT * FROM crosscheck.snapshot_%1$s;\n".formatted(table))
                    .collect(joining())
            + "SELECT setval(name::regclass, coalesce(last_value, start_value), last_value IS NOT NULL)"
            + " FROM crosscheck.snapshot_sequence";

    /** Row hashes are summed, so that the physical order of rows does not matter. */
    private static final String DIGEST = Schema.TABLES.stream()
            .map(table -> "SELECT '%1$s', count(*), coalesce(sum(hash_record_extended(%1$s, 0)), 0) FROM public.%1$s"
                    .formatted(table))
            .collect(joining(" UNION ALL "));

    private Snapshot() {}

    static void take(Connection connection) throws SQLException {
        Sql.execute(connection, TAKE);
    }

    /**
     * Sets all tables and sequences to the snapshot, within the connection's transaction. Referential checks are left out where
     * the server lets us, as the snapshot has passed them.
     */
    static void restore(Connection connection) throws SQLException {
        Sql.execute(connection, WITHOUT_CHECKS);
        Sql.execute(connection, RESTORE);
    }

    /** For each table the number of its rows and a hash over them. */
    static Map<String, String> digest(Connection connection) throws SQLException {
        Map<String, String> digests = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DIGEST)) {
            while (rows.next()) {
                digests.put(rows.getString(1), rows.getLong(2) + ":" + rows.getString(3));
            }
        }
        return digests;
    }
}

package crosscheck.environment;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads runs back, in bulk. */
final class StoredRuns {
    private static final int CHUNK = 1_000;

    private static final String QUERY = """
            SELECT id, status, finish_time IS NOT NULL, result_code, description, value, result, logfilenames,
                   ARRAY(SELECT ARRAY[role, name, base_revision, revision]
                         FROM run_branch WHERE run_id = run.id ORDER BY role),
                   EXISTS (SELECT FROM queue WHERE run_id = run.id)
            FROM run WHERE id = ANY (?)""";

    private StoredRuns() {}

    /** Those of the runs that exist, in no particular order. */
    static void forEach(Connection connection, List<UUID> runs, Consumer<StoredRun> consumer) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            for (int from = 0; from < runs.size(); from += CHUNK) {
                Object[] chunk =
                        runs.subList(from, Math.min(runs.size(), from + CHUNK)).toArray();
                query.setArray(1, connection.createArrayOf("uuid", chunk));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(run(rows));
                    }
                }
            }
        }
    }

    private static StoredRun run(ResultSet row) throws SQLException {
        return new StoredRun(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Double.class),
                row.getString(7),
                List.of((String[]) row.getArray(8).getArray()),
                branches(row.getArray(9)),
                row.getBoolean(10));
    }

    private static List<StoredRun.Branch> branches(Array array) throws SQLException {
        List<StoredRun.Branch> branches = new ArrayList<>();
        if (array.getArray() instanceof String[][] rows) {
            for (String[] row : rows) {
                branches.add(new StoredRun.Branch(row[0], row[1], row[2], row[3]));
            }
        }
        return branches;
    }
}

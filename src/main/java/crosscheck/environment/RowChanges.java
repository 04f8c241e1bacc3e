package crosscheck.environment;

import static java.util.stream.Collectors.joining;

import crosscheck.observation.CheckRun.RowChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of the contract's tables that are not as in the {@link Snapshot}. */
final class RowChanges {
    private static final Map<String, String> KEYS = Map.of(
            "codebase", "name",
            "campaign", "name",
            "candidate", "id",
            "run", "id",
            "run_branch", "run_id, role",
            "run_artifact", "run_id, name",
            "queue", "id",
            "publish", "id");

    /** Rows of a table as JSON; of an artifact's content, its hash. */
    private static final Map<String, String> ROWS = Map.of("run_artifact", """
            json_build_object('run_id', %1$s.run_id, 'name', %1$s.name, 'size', %1$s.size, 'sha256', %1$s.sha256,
                'content', encode(sha256(%1$s.content), 'hex') || ' of ' || length(%1$s.content))""");

    private static final String CHANGES = Schema.TABLES.stream()
            .map(table -> """
            (SELECT '%1$s',
                    CASE WHEN old.tableoid IS NOT NULL THEN %2$s END,
                    CASE WHEN new.tableoid IS NOT NULL THEN %3$s END
             FROM crosscheck.snapshot_%1$s old FULL JOIN public.%1$s new USING (%4$s)
             WHERE old.tableoid IS NULL OR new.tableoid IS NULL OR old IS DISTINCT FROM new
             ORDER BY %4$s)""".formatted(table, row(table, "old"), row(table, "new"), KEYS.get(table)))
            .collect(joining("\nUNION ALL\n"));

    private RowChanges() {}

    /** By table, in the order of primary keys; tables without changes are left out. */
    static Map<String, List<RowChange>> read(Connection connection) throws SQLException {
        Map<String, List<RowChange>> changes = new LinkedHashMap<>();
        Sql.inTransaction(connection, () -> {
            Sql.execute(connection, "SET LOCAL TIME ZONE 'UTC'");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(CHANGES)) {
                while (rows.next()) {
                    changes.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                            .add(new RowChange(rows.getString(2), rows.getString(3)));
                }
            }
        });
        return changes;
    }

    private static String row(String table, String alias) {
        return ROWS.getOrDefault(table, "row_to_json(%1$s)").formatted(alias);
    }
}

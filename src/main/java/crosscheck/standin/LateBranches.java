package crosscheck.standin;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** Takes a result's branches out of its transaction, and stores them after the message, in a second one. */
final class LateBranches implements Defect {
    private static final String TAKEN = """
            WITH taken AS (DELETE FROM run_branch WHERE xmin = pg_current_xact_id()::xid RETURNING *)
            SELECT jsonb_agg(taken) FROM taken""";
    private static final String STORED =
            "INSERT INTO run_branch SELECT * FROM jsonb_populate_recordset(NULL::run_branch, ?::jsonb)";

    private final ThreadLocal<String> taken = new ThreadLocal<>();
    private final Defect storing;

    LateBranches(DataSource server) {
        storing = Twist.of(
                Set.of(Operations.SUBMIT_RESULT),
                server,
                Twist.then((session, request, response) -> session.update(STORED, taken.get())));
    }

    @Override
    public void beforeCommit(String operation, Connection connection) throws SQLException {
        if (operation.equals(Operations.SUBMIT_RESULT)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(TAKEN)) {
                row.next();
                taken.set(row.getString(1));
            }
        }
    }

    @Override
    public Handler around(String operation, Handler handler) {
        return storing.around(operation, handler);
    }
}

package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Gives the next pending item to a worker. */
final class Assignments {
    private static final int LONGEST_NAME = 200;

    /** Waits for whoever holds the first item, and so never finds too little. */
    private static final String WAITING = "FOR UPDATE";

    private static final String SKIPPING = "FOR UPDATE SKIP LOCKED";

    private final Database database;
    private final Announcer announcer;
    private final Clock clock;
    private final boolean skipsLocked;

    Assignments(Database database, Announcer announcer, Clock clock, boolean skipsLocked) {
        this.database = database;
        this.announcer = announcer;
        this.clock = clock;
        this.skipsLocked = skipsLocked;
    }

    Response assign(Request request) throws SQLException {
        String worker = worker(request);
        String codebase = request.query().text("codebase");
        String campaign = request.query().text("campaign");
        UUID run = UUID.randomUUID();
        return database.with(session -> session.inOrderOf(run, () -> {
            Optional<ObjectNode> assignment =
                    skipsLocked ? next(session, SKIPPING, run, worker, codebase, campaign) : Optional.empty();
            if (assignment.isEmpty()) {
                assignment = next(session, WAITING, run, worker, codebase, campaign);
            }
            assignment.ifPresent(given ->
                    announcer.announce(Topic.RUN_STARTED, started(given).put("worker", worker), request.trace()));
            return assignment.map(given -> Response.json(200, given)).orElseGet(Assignments::queueEmpty);
        }));
    }

    static Response queueEmpty() {
        return Response.json(503, Json.object().put("reason", "queue empty")).with("Retry-After", "1");
    }

    private Optional<ObjectNode> next(
            Session session, String lock, UUID run, String worker, String codebase, String campaign)
            throws SQLException {
        return session.one(
                """
                WITH item AS MATERIALIZED (
                    SELECT id, codebase, campaign, command, estimated_duration, bucket, context FROM queue
                    WHERE status = 'pending' AND codebase = coalesce(?, codebase) AND campaign = coalesce(?, campaign)
                    ORDER BY %s LIMIT 1 %s),
                run AS (
                    INSERT INTO run (id, codebase, campaign, command, worker, start_time, status, logfilenames,
                        instigated_context)
                    SELECT ?, codebase, campaign, command, ?, ?, 'running', '{}', context FROM item
                    RETURNING id),
                assigned AS (
                    UPDATE queue SET status = 'assigned', run_id = run.id FROM item, run WHERE queue.id = item.id)
                SELECT item.*, run.id AS run_id FROM item, run""".formatted(Queue.ORDER, lock),
                Assignments::assignment,
                codebase,
                campaign,
                run,
                worker,
                clock.instant());
    }

    private static String worker(Request request) {
        String name = request.workerName();
        if (name == null || name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Refusal.of(400, "missing-worker-name", "X-Worker-Name must have 1 to 200 characters");
        }
        return name;
    }

    private static ObjectNode started(ObjectNode assignment) {
        return assignment.deepCopy().retain("run_id", "codebase", "campaign");
    }

    private static ObjectNode assignment(ResultSet row) throws SQLException {
        ObjectNode assignment = Json.object()
                .put("id", row.getLong("id"))
                .put("run_id", row.getString("run_id"))
                .put("codebase", row.getString("codebase"))
                .put("campaign", row.getString("campaign"))
                .put("command", row.getString("command"))
                .put("estimated_duration", row.getInt("estimated_duration"))
                .put("bucket", row.getString("bucket"));
        return assignment.set("context", Columns.json(row, "context"));
    }
}

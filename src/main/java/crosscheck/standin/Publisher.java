package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Publishes what successful runs changed: accepted at once, done soon after. */
final class Publisher {
    static final List<String> MODES = List.of("push", "propose", "attempt-push");

    private static final long RETRY_MILLIS = 250;

    private final Database database;
    private final Announcer announcer;
    private final Clock clock;
    private final Executor business;

    Publisher(Database database, Announcer announcer, Clock clock, Executor business) {
        this.database = database;
        this.announcer = announcer;
        this.clock = clock;
        this.business = business;
    }

    Response publish(Request request) throws SQLException {
        UUID run = request.fields().requiredRunId("run_id");
        String mode = request.fields().requiredOneOf("mode", MODES);
        UUID id = UUID.randomUUID();
        if (!database.with(session -> accepted(session, id, run, mode))) {
            throw Refusal.of(409, "run-not-successful", "only a successful run is published");
        }
        business.execute(() -> complete(id, request.trace()));
        ObjectNode accepted = Json.object()
                .put("publish_id", id.toString())
                .put("run_id", run.toString())
                .put("mode", mode);
        return Response.json(202, accepted);
    }

    Response state(Request request) throws SQLException {
        return database.with(session -> session.one(
                        "SELECT * FROM publish WHERE id = ?",
                        row -> published(row).put("finish_time", Columns.timestamp(row, "finish_time")),
                        request.publishId())
                .map(publish -> Response.json(200, publish))
                .orElseThrow(() -> Refusal.notFound("publish")));
    }

    private boolean accepted(Session session, UUID id, UUID run, String mode) throws SQLException {
        int rows = session.update("""
                INSERT INTO publish (id, run_id, mode, start_time) SELECT ?, id, ?, ? FROM run
                WHERE id = ? AND status = 'completed' AND result_code = 'success' FOR KEY SHARE""", id, mode, clock.instant(), run);
        if (rows == 0) {
            Runs.require(session, run);
        }
        return rows == 1;
    }

    private void complete(UUID id, Trace trace) {
        try {
            Optional<ObjectNode> published = database.with(session -> session.one(
                    "UPDATE publish SET result_code = 'success', finish_time = ? WHERE id = ? RETURNING *",
                    Publisher::published,
                    clock.instant(),
                    id));
            published.ifPresent(event -> announcer.announce(Topic.PUBLISH_COMPLETED, event, trace));
        } catch (SQLException databaseOutOfReach) {
            CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS, business)
                    .execute(() -> complete(id, trace));
        }
    }

    private static ObjectNode published(ResultSet row) throws SQLException {
        return Json.object()
                .put("publish_id", row.getString("id"))
                .put("run_id", row.getString("run_id"))
                .put("mode", row.getString("mode"))
                .put("result_code", row.getString("result_code"));
    }
}

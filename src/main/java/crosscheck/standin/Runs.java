package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Runs as records: created by hand, read, corrected and deleted. */
final class Runs {
    static final List<String> STATUSES = List.of("running", "completed");

    private static final String COLUMNS = """
            id, codebase, campaign, command, worker, start_time, finish_time, status, result_code, description, value,
            context, result, to_jsonb(logfilenames) AS logfilenames, instigated_context,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('role', role, 'name', name, 'base_revision', base_revision,
                'revision', revision) ORDER BY role COLLATE "C"), '[]') FROM run_branch WHERE run_id = run.id) AS branches""";
    private static final String REFERRED_TO = "EXISTS (SELECT 1 FROM queue WHERE run_id = run.id)";

    private final Database database;
    private final Clock clock;

    Runs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Response create(Request request) throws SQLException {
        Fields fields = request.fields();
        String codebase = fields.requiredName("codebase");
        String campaign = fields.requiredName("campaign");
        String command = fields.text("command");
        String worker = fields.text("worker");
        Instant start = fields.timestamp("start_time");
        String description = fields.text("description");
        Double value = fields.number("value");
        String context = fields.json("context");
        UUID id = UUID.randomUUID();
        return database.with(session -> {
            Known.codebase(session, codebase);
            String campaignCommand = Known.campaignCommand(session, campaign);
            session.update(
                    """
                    INSERT INTO run (id, codebase, campaign, command, worker, start_time, status, description, value, context,
                        logfilenames)
                    VALUES (?, ?, ?, ?, ?, ?, 'running', ?, ?, ?::jsonb, '{}')""",
                    id,
                    codebase,
                    campaign,
                    command == null ? campaignCommand : command,
                    worker,
                    start == null ? clock.instant() : start,
                    description,
                    value,
                    context);
            return Response.json(201, run(session, id)).with("Location", "/api/runs/" + id);
        });
    }

    Response read(Request request) throws SQLException {
        return database.with(session -> Response.json(200, run(session, request.runId())));
    }

    Response list(Request request) throws SQLException {
        Query query = request.query();
        Listing listing = new Listing("run")
                .where("codebase", query.text("codebase"))
                .where("campaign", query.text("campaign"))
                .where("result_code", query.text("result_code"));
        Query.Page page = query.page();
        return database.with(session -> listing.page(session, COLUMNS, Runs::run, "start_time DESC, id", page));
    }

    Response update(Request request) throws SQLException {
        UUID id = request.runId();
        Fields fields = request.fields();
        String description = fields.text("description");
        Double value = fields.number("value");
        String context = fields.json("context");
        String status = fields.names("status") ? fields.requiredOneOf("status", STATUSES) : null;
        return database.with(session -> session.transaction("update-run", () -> {
            if (!session.exists("SELECT 1 FROM run WHERE id = ? FOR UPDATE", id)) {
                throw Refusal.notFound("run");
            }
            if (status != null && session.exists("SELECT 1 FROM run WHERE id = ? AND " + REFERRED_TO, id)) {
                throw active();
            }
            if (fields.names("description")) {
                session.update("UPDATE run SET description = ? WHERE id = ?", description, id);
            }
            if (fields.names("value")) {
                session.update("UPDATE run SET value = ? WHERE id = ?", value, id);
            }
            if (fields.names("context")) {
                session.update("UPDATE run SET context = ?::jsonb WHERE id = ?", context, id);
            }
            if (status != null) {
                session.update("""
                        UPDATE run SET status = ?, finish_time = CASE WHEN ? THEN coalesce(finish_time, ?) END
                        WHERE id = ?""", status, status.equals("completed"), clock.instant(), id);
            }
            return Response.json(200, run(session, id));
        }));
    }

    Response delete(Request request) throws SQLException {
        UUID id = request.runId();
        return database.with(session -> {
            if (session.update("DELETE FROM run WHERE id = ? AND NOT " + REFERRED_TO, id) == 0) {
                require(session, id);
                throw active();
            }
            return Response.empty(204);
        });
    }

    static void require(Session session, UUID id) throws SQLException {
        if (!session.exists("SELECT 1 FROM run WHERE id = ?", id)) {
            throw Refusal.notFound("run");
        }
    }

    private static ObjectNode run(Session session, UUID id) throws SQLException {
        return session.one("SELECT " + COLUMNS + " FROM run WHERE id = ?", Runs::run, id)
                .orElseThrow(() -> Refusal.notFound("run"));
    }

    private static ObjectNode run(ResultSet row) throws SQLException {
        ObjectNode run = Json.object()
                .put("id", row.getString("id"))
                .put("codebase", row.getString("codebase"))
                .put("campaign", row.getString("campaign"))
                .put("command", row.getString("command"))
                .put("worker", row.getString("worker"))
                .put("start_time", Columns.timestamp(row, "start_time"))
                .put("finish_time", Columns.timestamp(row, "finish_time"))
                .put("status", row.getString("status"))
                .put("result_code", row.getString("result_code"))
                .put("description", row.getString("description"));
        run.set("value", Columns.number(row, "value"));
        run.set("context", Columns.json(row, "context"));
        run.set("result", Columns.json(row, "result"));
        run.set("logfilenames", Columns.json(row, "logfilenames"));
        run.set("branches", Columns.json(row, "branches"));
        return run.set("instigated_context", Columns.json(row, "instigated_context"));
    }

    private static Refusal active() {
        return Refusal.of(409, "run-active", "a queue item refers to this run");
    }
}

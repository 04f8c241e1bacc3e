package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes what a worker found: the run ends, its branches are stored and its queue item goes, all or nothing. */
final class Results {
    private final Database database;
    private final Announcer announcer;
    private final Clock clock;

    private record Branch(String role, String name, String baseRevision, String revision) {}

    private record Result(
            String code,
            String result,
            List<String> logfilenames,
            String description,
            Double value,
            List<Branch> branches) {

        static Result of(Fields fields) {
            return new Result(
                    fields.requiredText("result_code"),
                    fields.requiredObject("result"),
                    fields.requiredTexts("logfilenames"),
                    fields.text("description"),
                    fields.number("value"),
                    branches(fields));
        }

        private static List<Branch> branches(Fields fields) {
            List<Branch> branches = fields.objects("branches").stream()
                    .map(branch -> new Branch(
                            branch.requiredText("role"),
                            branch.text("name"),
                            branch.text("base_revision"),
                            branch.text("revision")))
                    .toList();
            Set<String> roles = new HashSet<>();
            if (!branches.stream().allMatch(branch -> roles.add(branch.role()))) {
                throw Refusal.field("branches", "each role may be there once");
            }
            return branches;
        }
    }

    Results(Database database, Announcer announcer, Clock clock) {
        this.database = database;
        this.announcer = announcer;
        this.clock = clock;
    }

    Response submit(Request request) throws SQLException {
        UUID run = request.runId();
        Result result = Result.of(request.fields());
        return database.with(session -> session.inOrderOf(run, () -> {
            ObjectNode stored = session.transaction("submit-result", () -> store(session, run, result));
            ObjectNode event = stored.deepCopy().retain("run_id", "codebase", "campaign", "result_code");
            announcer.announce(Topic.RUN_COMPLETED, event, request.trace());
            return Response.json(201, stored);
        }));
    }

    private ObjectNode store(Session session, UUID run, Result result) throws SQLException {
        ObjectNode stored = session.one(
                        """
                        UPDATE run SET status = 'completed', finish_time = ?, result_code = ?, result = ?::jsonb,
                            logfilenames = ?, description = coalesce(?, description), value = coalesce(?, value)
                        WHERE id = ? AND status = 'running'
                        RETURNING id, codebase, campaign, result_code, start_time, finish_time""",
                        Results::stored,
                        clock.instant(),
                        result.code(),
                        result.result(),
                        result.logfilenames(),
                        result.description(),
                        result.value(),
                        run)
                .orElse(null);
        if (stored == null) {
            Runs.require(session, run);
            throw Refusal.of(409, "already-finished", "this run has its result");
        }
        session.update("DELETE FROM run_branch WHERE run_id = ?", run);
        for (Branch branch : result.branches()) {
            session.update(
                    "INSERT INTO run_branch (run_id, role, name, base_revision, revision) VALUES (?, ?, ?, ?, ?)",
                    run,
                    branch.role(),
                    branch.name(),
                    branch.baseRevision(),
                    branch.revision());
        }
        Long item = session.one("DELETE FROM queue WHERE run_id = ? RETURNING id", row -> row.getLong("id"), run)
                .orElse(null);
        return stored.put("queue_item_id", item);
    }

    private static ObjectNode stored(ResultSet row) throws SQLException {
        Instant start = row.getObject("start_time", OffsetDateTime.class).toInstant();
        Instant finish = row.getObject("finish_time", OffsetDateTime.class).toInstant();
        return Json.object()
                .put("run_id", row.getString("id"))
                .put("codebase", row.getString("codebase"))
                .put("campaign", row.getString("campaign"))
                .put("result_code", row.getString("result_code"))
                .put("duration", Duration.between(start, finish).getSeconds());
    }
}

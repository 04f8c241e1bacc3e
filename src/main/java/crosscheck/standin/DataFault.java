package crosscheck.standin;

import static crosscheck.standin.Twist.insteadOfRefusal;
import static crosscheck.standin.Twist.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/** Defects of what is in the database afterwards. */
public enum DataFault implements FunctionalFault {
    /** A correction of a run's value is not stored. */
    PATCH_DROPS_FIELD(Set.of(Operations.UPDATE_RUN), Set.of("data.parity/value"), request(body -> {
        if (body.path("value").isNumber() && Json.withinDouble(body.get("value").decimalValue())) {
            body.remove("value");
        }
    })),

    /** A description cannot be cleared. */
    PATCH_IGNORES_NULL(Set.of(Operations.UPDATE_RUN), Set.of("data.parity/type"), request(body -> {
        if (body.path("description").isNull()) {
            body.remove("description");
        }
    })),

    /** A run that is patched to be completed has no finish time. */
    FINISH_TIME_FORGOTTEN(
            Set.of(Operations.UPDATE_RUN), Set.of("data.parity/type"), then((session, request, response) -> {
                if (request.json().path("status").asText().equals("completed")) {
                    session.update("UPDATE run SET finish_time = NULL WHERE id = ?", request.runId());
                }
            })),

    /** A run that has artifacts is kept with them, although its deletion is answered 204. */
    DELETE_KEEPS_ARTIFACTS(
            Set.of(Operations.DELETE_RUN),
            Set.of("data.parity/length"),
            (request, right, session) -> session.exists(
                            "SELECT 1 FROM run_artifact WHERE run_id = ? AND NOT EXISTS (SELECT 1 FROM queue"
                                    + " WHERE queue.run_id = run_artifact.run_id)",
                            request.runId())
                    ? Response.empty(204)
                    : right.handle(request)),

    /** What a replacement does not name stays. */
    PUT_KEEPS_FIELDS(Set.of(Operations.REPLACE_CODEBASE), Set.of("data.parity/type"), (request, right, session) -> {
        JsonNode before = stored(
                session,
                "SELECT to_jsonb(codebase) - 'name' AS before FROM codebase WHERE name = ?",
                request.parameter(PathParameter.CODEBASE));
        return right.handle(Requests.json(body -> before.properties().forEach(member -> {
                    if (!body.hasNonNull(member.getKey())) {
                        body.set(member.getKey(), member.getValue());
                    }
                }))
                .apply(request));
    }),

    /** A candidate keeps the context that its replacement does not name. */
    CANDIDATE_MERGED(Set.of(Operations.SUBMIT_CANDIDATE), Set.of("data.parity/type"), (request, right, session) -> {
        JsonNode context = stored(
                session,
                "SELECT context AS before FROM candidate WHERE codebase = ? AND campaign = ?",
                request.json().path("codebase").asText(),
                request.json().path("campaign").asText());
        return right.handle(
                request.json().hasNonNull("context") || context.isNull()
                        ? request
                        : Requests.json(body -> body.set("context", context)).apply(request));
    }),

    /** A change of an active run is refused, and its description changed all the same. */
    REFUSED_YET_WRITTEN(
            Set.of(Operations.UPDATE_RUN), Set.of("data.transactions/changed"), (request, right, session) -> {
                Response response = right.handle(request);
                if (response.status() == 409
                        && request.json().path("description").isTextual()) {
                    session.update(
                            "UPDATE run SET description = ? WHERE id = ?",
                            request.json().path("description").textValue(),
                            request.runId());
                }
                return response;
            }),

    /** The branches of a result are stored after its message, in a second transaction. */
    RESULT_IN_TWO_STEPS(Set.of(Operations.SUBMIT_RESULT), Set.of("data.transactions/half-done"), LateBranches::new),

    /** A second result is accepted like the first. */
    RESULT_TWICE(
            Set.of(Operations.SUBMIT_RESULT),
            Set.of("api.parity/status"),
            insteadOfRefusal(
                    409,
                    (session, request, response) ->
                            session.update("UPDATE run SET status = 'running' WHERE id = ?", request.runId()))),

    /** The branches of an earlier result stay where the later has no such role. */
    BRANCHES_ADDED(Set.of(Operations.SUBMIT_RESULT), Set.of("data.transactions/length"), (request, right, session) -> {
        String before = session.one(
                        "SELECT jsonb_agg(run_branch)::text AS before FROM run_branch WHERE run_id = ?",
                        row -> "" + row.getString("before"),
                        request.runId())
                .orElse("null");
        Response response = right.handle(request);
        if (Answers.isSuccess(response) && !before.equals("null")) {
            session.update(
                    "INSERT INTO run_branch SELECT * FROM jsonb_populate_recordset(NULL::run_branch, ?::jsonb)"
                            + " ON CONFLICT DO NOTHING",
                    before);
        }
        return response;
    }),

    /** The queue item of a finished run stays. */
    QUEUE_ITEM_STAYS(
            Set.of(Operations.SUBMIT_RESULT), Set.of("data.transactions/missing"), (request, right, session) -> {
                String before = session.one(
                                "SELECT to_jsonb(queue)::text AS before FROM queue WHERE run_id = ?",
                                row -> row.getString("before"),
                                request.runId())
                        .orElse(null);
                Response response = right.handle(request);
                if (Answers.isSuccess(response) && before != null) {
                    session.update(
                            "INSERT INTO queue SELECT * FROM jsonb_populate_record(NULL::queue, ?::jsonb)", before);
                }
                return response;
            }),

    /** Numbers in a context become doubles. */
    CONTEXT_IN_DOUBLES(
            Set.of(Operations.SCHEDULE),
            Set.of("data.parity/value"),
            then((session, request, response) ->
                    session.update("""
                    UPDATE queue SET context = jsonb_set(context, '{build}', to_jsonb((context->>'build')::float8))
                    WHERE id = ? AND jsonb_typeof(context->'build') = 'number'""", Answers.json(response.body()).path("id").longValue()))),

    /** Who asked for an item is answered, but not stored. */
    REQUESTER_NOT_STORED(
            Set.of(Operations.SCHEDULE),
            Set.of("api.parity/type"),
            then((session, request, response) -> session.update(
                    "UPDATE queue SET requester = NULL WHERE id = ?",
                    Answers.json(response.body()).path("id").longValue()))),

    /** A byte of an artifact is stored flipped; the answer has the right hash. */
    STORED_BYTE_FLIPPED(
            Set.of(Operations.PUT_ARTIFACT),
            Set.of("api.parity/value"),
            then((session, request, response) ->
                    session.update("""
                    UPDATE run_artifact SET content = set_byte(content, 0, get_byte(content, 0) # 1)
                    WHERE run_id = ? AND name = ? AND size > 0""", request.runId(), request.parameter(PathParameter.ARTIFACT)))),

    /** Items are assigned in the order of their ids, whatever their bucket. */
    BUCKETS_IGNORED(Set.of(Operations.ASSIGN), Set.of("api.parity/value"), (request, right, session) -> {
        String[] first = session.one(
                        """
                        SELECT codebase, campaign FROM queue WHERE status = 'pending'
                            AND codebase = coalesce(?, codebase) AND campaign = coalesce(?, campaign)
                        ORDER BY id LIMIT 1""",
                        row -> new String[] {row.getString("codebase"), row.getString("campaign")},
                        request.query().text("codebase"),
                        request.query().text("campaign"))
                .orElse(null);
        return right.handle(
                first == null
                        ? request
                        : request.with(Requests.with(
                                Requests.with(request.query(), "codebase", first[0]), "campaign", first[1])));
    }),

    /** A run starts with the item's context as its own. */
    CONTEXT_COPIED(
            Set.of(Operations.ASSIGN),
            Set.of("api.parity/type"),
            then((session, request, response) -> session.update(
                    "UPDATE run SET context = instigated_context WHERE id = ?::uuid",
                    Answers.json(response.body()).path("run_id").asText()))),

    /** An item that a worker has can be cancelled. */
    ASSIGNED_CANCELLED(
            Set.of(Operations.CANCEL),
            Set.of("api.parity/status"),
            insteadOfRefusal(
                    409,
                    (session, request, response) ->
                            session.update("UPDATE queue SET status = 'pending' WHERE id = ?", request.queueId()))),

    /** A run that a queue item refers to can be deleted. */
    ACTIVE_RUN_DELETED(
            Set.of(Operations.DELETE_RUN),
            Set.of("api.parity/status"),
            insteadOfRefusal(
                    409,
                    (session, request, response) ->
                            session.update("UPDATE queue SET run_id = NULL WHERE run_id = ?", request.runId())));

    private final Set<String> operations;
    private final Set<String> findings;
    private final Function<DataSource, Defect> defect;

    DataFault(Set<String> operations, Set<String> findings, Twist twist) {
        this(operations, findings, server -> Twist.of(operations, server, twist));
    }

    DataFault(Set<String> operations, Set<String> findings, Function<DataSource, Defect> defect) {
        this.operations = operations;
        this.findings = findings;
        this.defect = defect;
    }

    @Override
    public Set<String> operations() {
        return operations;
    }

    @Override
    public Set<String> findings() {
        return findings;
    }

    @Override
    public Defect planted(DataSource server) {
        return defect.apply(server);
    }

    /** Carries out another request. */
    private static Twist request(Consumer<ObjectNode> change) {
        return (request, right, session) -> right.handle(Requests.json(change).apply(request));
    }

    /** The column {@code before} of the only row; null where there is none. */
    private static JsonNode stored(Session session, String sql, Object... arguments) throws SQLException {
        String json =
                session.one(sql, row -> "" + row.getString("before"), arguments).orElse("null");
        return Answers.json(json.getBytes(StandardCharsets.UTF_8));
    }
}

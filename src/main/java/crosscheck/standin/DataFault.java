package crosscheck.standin;

import static crosscheck.standin.Twist.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Defects of what a change leaves in the database. */
public enum DataFault implements FunctionalFault {
    /** A correction of a run's value is not stored. */
    PATCH_DROPS_FIELD(
            Set.of(Operations.UPDATE_RUN),
            List.of("data.parity/type", "api.parity/type", "schema.compatibility/type-mismatch"),
            request(body -> {
                if (body.path("value").isNumber()
                        && Json.withinDouble(body.get("value").decimalValue())) {
                    body.remove("value");
                }
            })),

    /** A description cannot be cleared. */
    PATCH_IGNORES_NULL(Set.of(Operations.UPDATE_RUN), List.of("api.parity/type", "data.parity/type"), request(body -> {
        if (body.path("description").isNull()) {
            body.remove("description");
        }
    })),

    /** A run that is patched to be completed has no finish time. */
    FINISH_TIME_FORGOTTEN(
            Set.of(Operations.UPDATE_RUN),
            List.of("data.transactions/type", "schema.compatibility/type-mismatch"),
            then((session, request, response) -> {
                if (request.json().path("status").asText().equals("completed")) {
                    session.update("UPDATE run SET finish_time = NULL WHERE id = ?", request.runId());
                }
            })),

    /** The finish time of a run that is patched to be completed is stored a moment later than it is answered. */
    FINISH_TIME_STORED_OTHERWISE(
            Set.of(Operations.UPDATE_RUN), List.of("data.parity/value"), then((session, request, response) -> {
                if (request.json().path("status").asText().equals("completed")) {
                    session.update(
                            "UPDATE run SET finish_time = finish_time + interval '40 us' WHERE id = ?",
                            request.runId());
                }
            })),

    /** A run that has artifacts is kept with them, although its deletion is answered 204. */
    DELETE_KEEPS_ARTIFACTS(
            Set.of(Operations.DELETE_RUN),
            List.of("data.parity/status", "data.parity/extra", "schema.compatibility/missing-endpoint"),
            (request, right, session) -> session.exists(
                            "SELECT 1 FROM run_artifact WHERE run_id = ? AND NOT EXISTS (SELECT 1 FROM queue"
                                    + " WHERE queue.run_id = run_artifact.run_id)",
                            request.runId())
                    ? Response.empty(204)
                    : right.handle(request)),

    /** What a replacement does not name stays. */
    PUT_KEEPS_FIELDS(
            Set.of(Operations.REPLACE_CODEBASE),
            List.of("api.parity/type", "data.parity/type", "schema.compatibility/type-mismatch"),
            (request, right, session) -> {
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
    CANDIDATE_MERGED(
            Set.of(Operations.SUBMIT_CANDIDATE),
            List.of("api.parity/type", "data.parity/type", "schema.compatibility/type-mismatch"),
            (request, right, session) -> {
                JsonNode context = stored(
                        session,
                        "SELECT context AS before FROM candidate WHERE codebase = ? AND campaign = ?",
                        request.json().path("codebase").asText(),
                        request.json().path("campaign").asText());
                return right.handle(
                        request.json().hasNonNull("context") || context.isNull()
                                ? request
                                : Requests.json(body -> body.set("context", context))
                                        .apply(request));
            }),

    /** Numbers in a context become doubles. */
    CONTEXT_IN_DOUBLES(
            Set.of(Operations.SCHEDULE),
            List.of("data.parity/value", "api.parity/value"),
            then((session, request, response) ->
                    session.update("""
                    UPDATE queue SET context = (
                        SELECT jsonb_object_agg(key, CASE jsonb_typeof(value)
                            WHEN 'number' THEN to_jsonb(value::text::float8) ELSE value END)
                        FROM jsonb_each(context))
                    WHERE id = ? AND jsonb_typeof(context) = 'object'""", Answers.json(response.body()).path("id").longValue()))),

    /** Who asked for an item is answered, but not stored. */
    REQUESTER_NOT_STORED(
            Set.of(Operations.SCHEDULE),
            List.of(
                    "api.parity/type",
                    "data.parity/type",
                    "schema.compatibility/type-mismatch",
                    "trace.propagation/type",
                    "workflow.complete/type"),
            then((session, request, response) -> session.update(
                    "UPDATE queue SET requester = NULL WHERE id = ?",
                    Answers.json(response.body()).path("id").longValue()))),

    /** A byte of an artifact is stored flipped; the answer has the right hash. */
    STORED_BYTE_FLIPPED(
            Set.of(Operations.PUT_ARTIFACT),
            List.of("api.parity/value", "data.parity/value", "data.transactions/value", "trace.propagation/value"),
            then((session, request, response) ->
                    session.update("""
                    UPDATE run_artifact SET content = set_byte(content, 0, get_byte(content, 0) # 1)
                    WHERE run_id = ? AND name = ? AND size > 0""", request.runId(), request.parameter(PathParameter.ARTIFACT))));

    private final Row row;

    DataFault(Set<String> operations, List<String> findings, Twist twist) {
        row = new Row(operations, findings, server -> Twist.of(operations, server, twist));
    }

    @Override
    public Row row() {
        return row;
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

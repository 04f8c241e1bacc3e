package crosscheck.standin;

import static crosscheck.standin.Twist.insteadOfRefusal;
import static crosscheck.standin.Twist.then;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** Defects of operations that change several rows together, or must not change any. */
public enum TransactionFault implements FunctionalFault {
    /** A change of an active run is refused, and its description changed all the same. */
    REFUSED_YET_WRITTEN(Set.of(Operations.UPDATE_RUN), List.of("data.parity/type"), (request, right, session) -> {
        Response response = right.handle(request);
        if (response.status() == 409 && request.json().path("description").isTextual()) {
            session.update(
                    "UPDATE run SET description = ? WHERE id = ?",
                    request.json().path("description").textValue(),
                    request.runId());
        }
        return response;
    }),

    /** An item for a codebase that is not known is refused, and the codebase made. */
    REFUSED_YET_MADE(
            Set.of(Operations.SCHEDULE), List.of("data.parity/refused-but-changed"), (request, right, session) -> {
                Response response = right.handle(request);
                if (response.status() == 404) {
                    session.update(
                            "INSERT INTO codebase (name) VALUES (?) ON CONFLICT DO NOTHING",
                            request.json().path("codebase").textValue());
                }
                return response;
            }),

    /** The first replacement leaves a transaction open for good. */
    TRANSACTION_LEFT_OPEN(
            Set.of(Operations.REPLACE_CODEBASE),
            List.of("data.transactions/transaction-left-open"),
            server -> Defects.before(
                    1,
                    Set.of(Operations.REPLACE_CODEBASE),
                    new Leaks.Transactions(server, 1, "SELECT 1 FROM codebase"))),

    /** The branches of a result are stored after its message, in a second transaction. */
    RESULT_IN_TWO_STEPS(Set.of(Operations.SUBMIT_RESULT), List.of("data.transactions/half-done"), LateBranches::new),

    /** A second result is accepted like the first. */
    RESULT_TWICE(
            Set.of(Operations.SUBMIT_RESULT),
            List.of(
                    "api.parity/status",
                    "api.parity/value",
                    "data.parity/value",
                    "schema.compatibility/missing-endpoint"),
            insteadOfRefusal(
                    409,
                    (session, request, response) ->
                            session.update("UPDATE run SET status = 'running' WHERE id = ?", request.runId()))),

    /** The branches of an earlier result stay where the later has no such role. */
    BRANCHES_ADDED(
            Set.of(Operations.SUBMIT_RESULT),
            List.of("api.parity/extra", "data.parity/extra"),
            (request, right, session) -> {
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
            Set.of(Operations.SUBMIT_RESULT),
            List.of(
                    "data.transactions/status",
                    "api.parity/status",
                    "data.parity/extra",
                    "data.transactions/extra",
                    "data.transactions/half-done",
                    "data.transactions/length",
                    "data.transactions/value",
                    "schema.compatibility/missing-endpoint",
                    "schema.compatibility/missing-required-field",
                    "schema.compatibility/type-mismatch",
                    "workflow.complete/extra",
                    "workflow.complete/length",
                    "workflow.complete/status",
                    "workflow.complete/value"),
            (request, right, session) -> {
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

    /** Items are assigned in the order of their ids, whatever their bucket. */
    BUCKETS_IGNORED(
            Set.of(Operations.ASSIGN),
            List.of(
                    "api.parity/type",
                    "api.parity/value",
                    "data.parity/extra",
                    "data.parity/missing",
                    "data.parity/type",
                    "data.parity/value",
                    "messages.format/value"),
            new OtherOrder("id")),

    /** A run starts with the item's context as its own. */
    CONTEXT_COPIED(
            Set.of(Operations.ASSIGN),
            List.of(
                    "workflow.complete/type",
                    "schema.compatibility/missing-required-field",
                    "schema.compatibility/type-mismatch"),
            then((session, request, response) -> session.update(
                    "UPDATE run SET context = instigated_context WHERE id = ?::uuid",
                    Answers.json(response.body()).path("run_id").asText()))),

    /** An item that a worker has can be cancelled. */
    ASSIGNED_CANCELLED(
            Set.of(Operations.CANCEL),
            List.of("api.parity/status", "data.parity/missing", "schema.compatibility/missing-endpoint"),
            insteadOfRefusal(
                    409,
                    (session, request, response) ->
                            session.update("UPDATE queue SET status = 'pending' WHERE id = ?", request.queueId()))),

    /** A run that a queue item refers to can be deleted. */
    ACTIVE_RUN_DELETED(
            Set.of(Operations.DELETE_RUN),
            List.of(
                    "api.parity/status",
                    "data.parity/missing",
                    "data.parity/type",
                    "schema.compatibility/missing-endpoint"),
            insteadOfRefusal(
                    409,
                    (session, request, response) ->
                            session.update("UPDATE queue SET run_id = NULL WHERE run_id = ?", request.runId())));

    private final Row row;

    TransactionFault(Set<String> operations, List<String> findings, Twist twist) {
        this(operations, findings, server -> Twist.of(operations, server, twist));
    }

    TransactionFault(Set<String> operations, List<String> findings, Function<DataSource, Defect> defect) {
        row = new Row(operations, findings, defect);
    }

    @Override
    public Row row() {
        return row;
    }
}

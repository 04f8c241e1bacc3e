package crosscheck.standin;

import static crosscheck.standin.Answers.where;
import static crosscheck.standin.Answers.whereCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Defects of how a failure elsewhere is passed on. */
public enum ErrorFault implements FunctionalFault {
    /** A worker that could not upload reports success. */
    UPLOAD_FAILURE_SWALLOWED(
            Set.of(Operations.EXECUTE_JOB),
            List.of(
                    "errors.propagation/status",
                    "schema.compatibility/missing-endpoint",
                    "schema.compatibility/missing-required-field"),
            server -> Defects.around(Set.of(Operations.EXECUTE_JOB), ErrorFault::successful)),

    /** A worker that could not upload says that it broke itself. */
    UPLOAD_FAILURE_AS_INTERNAL(
            Set.of(Operations.EXECUTE_JOB),
            List.of(
                    "errors.propagation/status",
                    "api.conformance/status",
                    "errors.propagation/error-code",
                    "schema.compatibility/missing-endpoint"),
            server -> Answers.of(Set.of(Operations.EXECUTE_JOB), where(502, response -> Refusal.internal()
                    .response()))),

    /** A run that failed is published, as far as the caller is told. */
    FAILED_RUN_PUBLISHED(
            Set.of(Operations.PUBLISH),
            List.of(
                    "errors.propagation/status",
                    "messages.exactly-once/message-missing",
                    "schema.compatibility/missing-endpoint"),
            server -> Twist.of(Set.of(Operations.PUBLISH), server, (request, right, session) -> {
                Response response = right.handle(request);
                return response.status() != 409
                        ? response
                        : Response.json(
                                202,
                                Json.object()
                                        .put("publish_id", UUID.randomUUID().toString())
                                        .put(
                                                "run_id",
                                                request.json().path("run_id").textValue())
                                        .put("mode", request.json().path("mode").textValue()));
            })),

    /** A run that is gone is reported as one that failed. */
    GONE_RUN_AS_FAILED(
            Set.of(Operations.PUBLISH),
            List.of(
                    "errors.propagation/status",
                    "errors.propagation/error-code",
                    "schema.compatibility/missing-endpoint"),
            server -> Answers.of(Set.of(Operations.PUBLISH), whereCode("no-such-run", response -> Refusal.of(
                            409, "run-not-successful", "only a successful run is published")
                    .response()))),

    /** While the database is out of reach, requests are answered 500. */
    OUTAGE_AS_INTERNAL(
            Set.of(),
            List.of(
                    "errors.propagation/status",
                    "api.conformance/status",
                    "errors.propagation/error-code",
                    "schema.compatibility/missing-endpoint"),
            server -> Answers.all(
                    whereCode("unavailable", response -> Refusal.internal().response()))),

    /** Health is reported whatever is out of reach. */
    HEALTHY_WHATEVER(
            Set.of(Operations.HEALTH),
            List.of("errors.propagation/status", "schema.compatibility/missing-endpoint"),
            server -> Answers.of(
                    Set.of(Operations.HEALTH),
                    where(503, response -> Response.json(200, Json.object().put("status", "ok")))));

    private final Row row;

    ErrorFault(Set<String> operations, List<String> findings, Function<DataSource, Defect> defect) {
        row = new Row(operations, findings, defect);
    }

    @Override
    public Row row() {
        return row;
    }

    private static Handler successful(Handler handler) {
        return request -> Answers.refusalsAnswered(handler).handle(request).thenApply(where(502, response -> {
            ObjectNode done = Json.object()
                    .put("run_id", request.json().path("run_id").textValue())
                    .put("result_code", "success");
            done.set("result", Json.object());
            done.set("logfilenames", Json.array());
            done.set("artifacts", Json.array());
            return Response.json(200, done);
        }));
    }
}

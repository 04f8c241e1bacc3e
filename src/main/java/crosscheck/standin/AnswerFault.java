package crosscheck.standin;

import static crosscheck.standin.Answers.body;
import static crosscheck.standin.Answers.isSuccess;
import static crosscheck.standin.Answers.text;
import static crosscheck.standin.Answers.where;
import static crosscheck.standin.Answers.whereCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Defects of answers as such: status, headers, refusals, bytes. */
public enum AnswerFault implements FunctionalFault {
    /** A run that was created is answered 200. */
    CREATED_AS_OK(
            Set.of(Operations.CREATE_RUN),
            List.of(
                    "api.parity/status",
                    "api.conformance/status",
                    "data.parity/status",
                    "data.transactions/status",
                    "errors.propagation/status",
                    "messages.exactly-once/status",
                    "messages.format/status",
                    "schema.compatibility/missing-endpoint",
                    "trace.propagation/status"),
            where(201, response -> response.withStatus(200))),

    /** An artifact that was replaced is answered 201, as if it were new. */
    REPLACED_AS_CREATED(
            Set.of(Operations.PUT_ARTIFACT),
            List.of("schema.compatibility/missing-endpoint", "api.parity/status"),
            where(200, response -> response.withStatus(201))),

    /** A scheduled item comes without {@code Location}. */
    LOCATION_MISSING(
            Set.of(Operations.SCHEDULE),
            List.of(
                    "api.parity/header",
                    "api.conformance/header",
                    "data.parity/header",
                    "data.transactions/header",
                    "errors.propagation/header",
                    "messages.exactly-once/header",
                    "messages.format/header",
                    "messages.order/header",
                    "trace.propagation/header",
                    "workflow.complete/header"),
            response -> response.without("Location")),

    /** {@code Location} of a codebase names host and port. */
    LOCATION_ABSOLUTE(
            Set.of(Operations.CREATE_CODEBASE),
            List.of(
                    "api.parity/header",
                    "api.conformance/header",
                    "data.parity/header",
                    "data.transactions/header",
                    "errors.propagation/header",
                    "messages.exactly-once/header",
                    "messages.format/header",
                    "messages.order/header",
                    "trace.propagation/header",
                    "workflow.complete/header"),
            where(
                    201,
                    response -> response.with(
                            "Location", "http://localhost" + response.headers().get("Location")))),

    /** {@code Retry-After} is 0. */
    RETRY_AT_ONCE(
            Set.of(Operations.ASSIGN),
            List.of("api.conformance/header"),
            where(503, response -> response.with("Retry-After", "0"))),

    /** 405 does not say what is allowed. */
    ALLOW_MISSING(
            Set.of(),
            List.of("api.parity/header", "api.conformance/header"),
            where(405, response -> response.without("Allow"))),

    /** Artifacts are sent as text. */
    ARTIFACT_AS_TEXT(
            Set.of(Operations.GET_ARTIFACT),
            List.of("api.parity/content-type", "api.conformance/content-type", "trace.propagation/content-type"),
            where(200, response -> response.withContentType("text/plain"))),

    /** An unknown run has a code of another name. */
    ERROR_CODE_RENAMED(
            Set.of(Operations.GET_RUN),
            List.of(
                    "api.parity/error-code",
                    "api.conformance/error-code",
                    "data.parity/error-code",
                    "trace.propagation/error-code"),
            whereCode("no-such-run", text(text -> text.replace("no-such-run", "run-not-found")))),

    /** A refusal does not say which field is at fault. */
    ERROR_FIELD_MISSING(
            Set.of(Operations.SCHEDULE),
            List.of("schema.compatibility/missing-required-field", "api.conformance/schema", "api.parity/missing"),
            whereCode("invalid-field", body(body -> ((ObjectNode) body.get("error")).remove("field")))),

    /** A refusal is text, not an object. */
    ERROR_AS_TEXT(
            Set.of(Operations.SUBMIT_CANDIDATE),
            List.of(
                    "api.parity/type",
                    "api.conformance/schema",
                    "data.parity/type",
                    "schema.compatibility/missing-required-field",
                    "schema.compatibility/type-mismatch"),
            where(404, body(body -> body.put("error", body.at("/error/code").asText())))),

    /** A list of artifacts lacks its last brace. */
    JSON_CUT_OFF(
            Set.of(Operations.LIST_ARTIFACTS),
            List.of(
                    "api.parity/malformed",
                    "api.conformance/malformed",
                    "data.transactions/malformed",
                    "schema.compatibility/missing-endpoint",
                    "workflow.complete/malformed"),
            where(200, text(text -> text.substring(0, text.length() - 1)))),

    /** The state of a publication names its mode twice. */
    KEY_TWICE(
            Set.of(Operations.GET_PUBLISH),
            List.of(
                    "api.parity/duplicate-key",
                    "api.conformance/duplicate-key",
                    "data.parity/duplicate-key",
                    "trace.propagation/duplicate-key",
                    "workflow.complete/duplicate-key"),
            where(200, text(text -> text.replaceFirst("(\"mode\":\"[^\"]*\",)", "$1$1")))),

    /** A queue item is written with a space after each brace: the same to whoever reads JSON. */
    OTHER_SPELLING(
            Set.of(Operations.GET_QUEUE_ITEM),
            List.of("api.parity/bytes", "trace.propagation/bytes"),
            where(200, text(text -> text.replaceFirst("\\{", "{ ")))),

    /** The first byte of an artifact comes with its lowest bit flipped. */
    BYTE_FLIPPED(
            Set.of(Operations.GET_ARTIFACT),
            List.of("trace.propagation/value", "api.parity/value"),
            bytes(content -> content[0] ^= 1)),

    /** Who asks for a run's artifacts finds the connection closed. */
    NO_ANSWER(
            Set.of(Operations.LIST_ARTIFACTS),
            List.of(
                    "api.conformance/no-answer",
                    "api.parity/status",
                    "data.parity/status",
                    "data.transactions/status",
                    "errors.propagation/status",
                    "workflow.complete/status"),
            response -> Response.none()),

    /** The last byte of an artifact does not come. */
    BYTE_MISSING(
            Set.of(Operations.GET_ARTIFACT),
            List.of("api.parity/length", "trace.propagation/length"),
            where(
                    200,
                    response -> response.withBody(
                            Arrays.copyOf(response.body(), Math.max(0, response.body().length - 1)))));

    private final Row row;

    AnswerFault(Set<String> operations, List<String> findings, UnaryOperator<Response> change) {
        row = new Row(
                operations,
                findings,
                server -> operations.isEmpty() ? Answers.all(change) : Answers.of(operations, change));
    }

    @Override
    public Row row() {
        return row;
    }

    /** Changes what an artifact consists of. */
    private static UnaryOperator<Response> bytes(Consumer<byte[]> change) {
        return response -> {
            if (!isSuccess(response) || response.body().length == 0) {
                return response;
            }
            byte[] content = response.body().clone();
            change.accept(content);
            return response.withBody(content);
        };
    }
}

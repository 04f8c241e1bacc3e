package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Defects of what successful answers say. */
public enum BodyFault implements FunctionalFault {
    /** An assignment does not name its bucket. */
    FIELD_MISSING(
            Set.of(Operations.ASSIGN),
            List.of(
                    "api.parity/missing",
                    "api.conformance/schema",
                    "data.parity/missing",
                    "data.transactions/missing",
                    "errors.propagation/missing",
                    "messages.exactly-once/missing",
                    "messages.format/missing",
                    "messages.order/missing",
                    "schema.compatibility/missing-required-field",
                    "trace.propagation/missing",
                    "workflow.complete/missing"),
            body -> body.remove("bucket")),

    /** A publication that was begun has no name. */
    PUBLICATION_NOT_NAMED(
            Set.of(Operations.PUBLISH),
            List.of(
                    "workflow.complete/step-not-completed",
                    "api.conformance/schema",
                    "api.parity/missing",
                    "api.parity/step-not-completed",
                    "data.parity/extra",
                    "data.parity/missing",
                    "data.parity/step-not-completed",
                    "messages.exactly-once/message-missing",
                    "messages.exactly-once/message-uncaused",
                    "messages.format/missing",
                    "messages.format/value",
                    "schema.compatibility/missing-required-field",
                    "trace.propagation/missing",
                    "trace.propagation/step-not-completed",
                    "workflow.complete/extra",
                    "workflow.complete/missing"),
            body -> body.remove("publish_id")),

    /** A queue item tells when it was created. */
    FIELD_EXTRA(
            Set.of(Operations.GET_QUEUE_ITEM),
            List.of(
                    "api.parity/extra",
                    "api.conformance/schema",
                    "schema.compatibility/missing-required-field",
                    "trace.propagation/extra"),
            body -> body.put("created_at", "2026-01-01T00:00:00Z")),

    /** What a codebase does not have is left out. */
    NULL_LEFT_OUT(
            Set.of(Operations.GET_CODEBASE),
            List.of(
                    "api.parity/null-vs-absent",
                    "api.conformance/schema",
                    "data.parity/null-vs-absent",
                    "schema.compatibility/missing-required-field",
                    "schema.compatibility/type-mismatch"),
            body -> body.properties().removeIf(member -> member.getValue().isNull())),

    /** A run without logs has null for a list. */
    NULL_FOR_EMPTY(
            Set.of(Operations.CREATE_RUN),
            List.of(
                    "schema.compatibility/type-mismatch",
                    "api.conformance/schema",
                    "api.parity/type",
                    "data.parity/type",
                    "data.transactions/type",
                    "errors.propagation/type",
                    "messages.exactly-once/type",
                    "messages.format/type",
                    "trace.propagation/type"),
            body -> body.replace("logfilenames", NullNode.instance)),

    /** A priority is text. */
    NUMBER_AS_TEXT(
            Set.of(Operations.GET_QUEUE_ITEM),
            List.of(
                    "api.parity/type",
                    "api.conformance/schema",
                    "schema.compatibility/type-mismatch",
                    "trace.propagation/type"),
            edit("priority", priority -> TextNode.valueOf(priority.asText()))),

    /** An estimated duration is written as 900.0. */
    INTEGER_AS_DECIMAL(
            Set.of(Operations.SCHEDULE),
            List.of(
                    "api.parity/type",
                    "api.conformance/schema",
                    "data.parity/type",
                    "data.transactions/type",
                    "errors.propagation/type",
                    "messages.exactly-once/type",
                    "messages.format/type",
                    "messages.order/type",
                    "schema.compatibility/type-mismatch",
                    "trace.propagation/type",
                    "workflow.complete/type"),
            edit(
                    "estimated_duration",
                    seconds -> DecimalNode.valueOf(seconds.decimalValue().setScale(1)))),

    /** Durations are one second too long. */
    DURATION_OFF_BY_ONE(
            Set.of(Operations.SUBMIT_RESULT),
            List.of("api.conformance/duration"),
            edit(
                    "duration",
                    seconds -> DecimalNode.valueOf(seconds.decimalValue().add(BigDecimal.ONE)))),

    /** The value of a codebase has a float's precision. */
    NUMBER_AS_FLOAT(
            Set.of(Operations.GET_CODEBASE),
            List.of("api.parity/value"),
            edit("value", value -> Json.number((float) value.doubleValue()))),

    /** A start time has an offset where the contract has a Z. */
    TIMESTAMP_ZONED(
            Set.of(Operations.GET_RUN),
            List.of(
                    "api.parity/value",
                    "api.conformance/schema",
                    "data.parity/value",
                    "data.transactions/value",
                    "errors.propagation/value",
                    "workflow.complete/value"),
            edit("start_time", time -> TextNode.valueOf(time.asText().replace("Z", "+00:00")))),

    /** A start time has nine fraction digits. */
    TIMESTAMP_IN_NANOSECONDS(
            Set.of(Operations.GET_RUN),
            List.of(
                    "api.parity/value",
                    "api.conformance/schema",
                    "data.parity/value",
                    "data.transactions/value",
                    "errors.propagation/value",
                    "workflow.complete/value"),
            edit("start_time", time -> TextNode.valueOf(nineDigits(time.asText())))),

    /** Letters beyond ASCII are lost. */
    UNICODE_LOST(
            Set.of(Operations.GET_RUN),
            List.of("api.parity/value", "workflow.complete/value"),
            edit("description", text -> TextNode.valueOf(text.asText().replaceAll("[^\\x00-\\x7f]", "?")))),

    /** The names of a run's logs come in reverse. */
    LOG_NAMES_REVERSED(
            Set.of(Operations.GET_RUN), List.of("api.parity/order"), edit("logfilenames", BodyFault::reversed)),

    /** Runs come oldest first within the page. */
    LIST_REVERSED(Set.of(Operations.LIST_RUNS), List.of("api.parity/order"), edit("items", BodyFault::reversed)),

    /** A list of codebases lacks its last one. */
    LIST_CUT_OFF(
            Set.of(Operations.LIST_CODEBASES),
            List.of("api.parity/length", "api.parity/missing", "data.parity/length", "data.parity/missing"),
            edit("items", items -> {
                ArrayNode fewer = items.deepCopy();
                if (!fewer.isEmpty()) {
                    fewer.remove(fewer.size() - 1);
                }
                return fewer;
            })),

    /** The total of a list is the size of its page. */
    TOTAL_OF_PAGE(
            Set.of(Operations.LIST_RUNS),
            List.of("api.parity/value"),
            body -> body.set(
                    "total",
                    DecimalNode.valueOf(BigDecimal.valueOf(body.path("items").size())))),

    /** What was received comes last first. */
    RECEIVED_REVERSED(
            Set.of(Operations.LIST_MESSAGES),
            List.of(
                    "messages.order/order",
                    "messages.exactly-once/order",
                    "messages.exactly-once/step-not-completed",
                    "messages.format/order",
                    "messages.format/step-not-completed",
                    "messages.order/step-not-completed",
                    "trace.propagation/order",
                    "trace.propagation/step-not-completed",
                    "workflow.complete/order",
                    "workflow.complete/step-not-completed"),
            edit("items", BodyFault::reversed)),

    /** Rejected messages are not kept. */
    REJECTED_DROPPED(
            Set.of(Operations.LIST_REJECTED_MESSAGES),
            List.of("messages.format/length", "messages.format/missing", "messages.format/step-not-completed"),
            body -> body.put("total", 0).putArray("items"));

    private final Row row;

    BodyFault(Set<String> operations, List<String> findings, Consumer<ObjectNode> change) {
        UnaryOperator<Response> body = Answers.body(change);
        row = new Row(
                operations,
                findings,
                server -> Answers.of(
                        operations, response -> Answers.isSuccess(response) ? body.apply(response) : response));
    }

    @Override
    public Row row() {
        return row;
    }

    /** Changes one field where it is there and not null. */
    private static Consumer<ObjectNode> edit(String field, UnaryOperator<JsonNode> change) {
        return body -> {
            if (body.hasNonNull(field)) {
                body.set(field, change.apply(body.get(field)));
            }
        };
    }

    private static JsonNode reversed(JsonNode items) {
        List<JsonNode> elements = new ArrayList<>();
        items.forEach(elements::add);
        Collections.reverse(elements);
        return Json.array().addAll(elements);
    }

    private static String nineDigits(String time) {
        String digits = time.contains(".") ? time.substring(time.indexOf('.') + 1, time.length() - 1) : "";
        return time.substring(0, 19) + "." + digits + "0".repeat(9 - digits.length()) + "Z";
    }
}

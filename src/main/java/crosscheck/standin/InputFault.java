package crosscheck.standin;

import static crosscheck.standin.Requests.json;
import static crosscheck.standin.Requests.query;
import static crosscheck.standin.Requests.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Defects of what is accepted and what is refused. */
public enum InputFault implements FunctionalFault {
    /** A page of more than 1000 is cut, not refused. */
    LIMIT_CUT(
            Set.of(Operations.LIST_RUNS),
            List.of("api.parity/status"),
            query("limit", limit -> Ids.number(limit).orElse(0) > 1000 ? "1000" : limit)),

    /** A page that is not the first starts one too early. */
    OFFSET_OFF_BY_ONE(
            Set.of(Operations.LIST_RUNS), List.of("api.parity/extra", "api.parity/missing"), query("offset", offset -> {
                long number = Ids.number(offset).orElse(0);
                return number > 0 ? Long.toString(number - 1) : offset;
            })),

    /** An empty filter is refused. */
    EMPTY_FILTER_REFUSED(
            Set.of(Operations.LIST_QUEUE),
            List.of("api.parity/status"),
            query("status", status -> status.isEmpty() ? "none" : status)),

    /** A status to filter by is not looked at. */
    FILTER_IGNORED(
            Set.of(Operations.LIST_QUEUE),
            List.of("api.parity/extra", "api.parity/length", "api.parity/value"),
            query("status", status -> Queue.STATUSES.contains(status) ? "" : status)),

    /** Text with NUL goes to the database, which does not take it. */
    NUL_UNCHECKED(
            Set.of(Operations.SCHEDULE),
            List.of("api.parity/status", "api.conformance/status", "schema.compatibility/missing-endpoint"),
            refused(
                    request -> request.json().isObject()
                            && request.json().findValues("codebase").toString().contains("\\u0000"),
                    Refusal.internal())),

    /** Ids are read whatever their case. */
    IDS_CASE_INSENSITIVE(
            Set.of(),
            List.of("api.parity/status", "schema.compatibility/missing-required-field"),
            Requests.arriving((head, body) -> {
                String path = head.uri().split("\\?", 2)[0];
                head.setUri(lowerCaseIds(path) + head.uri().substring(path.length()));
            })),

    /** Whatever the content type says, a body is taken as the route has it. */
    MEDIA_TYPE_IGNORED(
            Set.of(),
            List.of(
                    "api.parity/error-code",
                    "api.parity/extra",
                    "api.parity/status",
                    "data.parity/extra",
                    "schema.compatibility/missing-endpoint"),
            Requests.arriving((head, body) -> head.headers()
                    .set(
                            HttpHeaderNames.CONTENT_TYPE,
                            head.method().equals(HttpMethod.PUT) && head.uri().contains("/artifacts/")
                                    ? "application/octet-stream"
                                    : "application/json"))),

    /** JSON may be longer than 1 MiB. */
    LONG_JSON_ACCEPTED(
            Set.of(),
            List.of("api.parity/status", "data.parity/extra", "schema.compatibility/missing-endpoint"),
            Requests.unlimited()),

    /** What follows a JSON object is not looked at. */
    TRAILING_TEXT_IGNORED(
            Set.of(),
            List.of("api.parity/error-code", "api.parity/extra", "api.parity/status"),
            Requests.arriving((head, body) -> {
                String text = new String(body.bytes(), StandardCharsets.ISO_8859_1);
                if (text.startsWith("{")
                        && text.lastIndexOf('}') > 0
                        && !head.uri().contains("/artifacts/")) {
                    body.cut(text.lastIndexOf('}') + 1);
                }
            })),

    /** Unknown fields are refused. */
    UNKNOWN_FIELD_REFUSED(
            Set.of(Operations.CREATE_CODEBASE),
            List.of("api.parity/status", "data.parity/missing"),
            refused(
                    request -> request.json() instanceof ObjectNode body
                            && body.deepCopy()
                                            .without(Set.of("name", "branch_url", "vcs_type", "subpath", "value"))
                                            .size()
                                    > 0,
                    Refusal.field("", "has unknown fields"))),

    /** An unknown status is a transition that is not allowed. */
    UNKNOWN_STATUS_KNOWN(
            Set.of(Operations.SET_ITEM_STATUS),
            List.of("api.parity/error-code", "api.parity/missing", "api.parity/status"),
            json(body -> {
                if (body.path("status").isTextual()
                        && !Queue.STATUSES.contains(body.path("status").textValue())) {
                    body.put("status", "pending");
                }
            })),

    /** A chance over 1 counts as 1. */
    CHANCE_CLAMPED(Set.of(Operations.SUBMIT_CANDIDATE), List.of("api.parity/status"), json(body -> {
        if (body.path("success_chance").isNumber()
                && body.path("success_chance").doubleValue() > 1) {
            body.put("success_chance", BigDecimal.ONE);
        }
    })),

    /** A priority may be text. */
    TEXT_AS_NUMBER(Set.of(Operations.SCHEDULE), List.of("api.parity/status", "data.parity/extra"), json(body -> {
        String text = body.path("priority").asText();
        if (body.path("priority").isTextual() && Ids.number(text).isPresent()) {
            body.set("priority", DecimalNode.valueOf(new BigDecimal(text)));
        }
    })),

    /** Of branches with one role, the last counts. */
    ROLES_REPEATED(
            Set.of(Operations.SUBMIT_RESULT),
            List.of("api.parity/status", "data.parity/extra", "data.parity/type", "data.parity/value"),
            json(body -> {
                Map<String, JsonNode> byRole = new HashMap<>();
                body.path("branches")
                        .forEach(branch -> byRole.put(branch.path("role").asText(), branch));
                if (byRole.size() > 0
                        && body.path("branches").findValues("role").size()
                                == body.path("branches").size()) {
                    body.putArray("branches").addAll(byRole.values());
                }
            })),

    /** Null is refused where the field may be absent. */
    NULL_REFUSED(
            Set.of(Operations.SCHEDULE),
            List.of("api.parity/status", "data.parity/missing"),
            refused(request -> request.json().path("command").isNull(), Refusal.field("command", "must not be null"))),

    /** A replacement may have another name than the codebase. */
    OTHER_NAME_IGNORED(Set.of(Operations.REPLACE_CODEBASE), List.of("api.parity/status"), json(body -> {
        if (body.path("name").isTextual()) {
            body.remove("name");
        }
    })),

    /** A start time with more than six fraction digits is cut. */
    NANOSECONDS_ACCEPTED(
            Set.of(Operations.CREATE_RUN), List.of("api.parity/status", "data.parity/extra"), json(body -> {
                if (body.path("start_time").isTextual()) {
                    body.put(
                            "start_time", body.path("start_time").textValue().replaceFirst("(\\.\\d{6})\\d+Z$", "$1Z"));
                }
            })),

    /** Of a worker's name the first 200 characters count. */
    WORKER_NAME_CUT(
            Set.of(Operations.ASSIGN),
            List.of("api.parity/status", "data.parity/extra", "data.parity/type", "data.parity/value"),
            request -> {
                String name = request.workerName();
                return name == null || name.length() <= 200 ? request : request.withWorkerName(name.substring(0, 200));
            }),

    /** A worker without a name is anonymous. */
    WORKER_NAME_OPTIONAL(
            Set.of(Operations.ASSIGN),
            List.of("api.parity/status", "data.parity/extra", "data.parity/type", "data.parity/value"),
            request -> request.workerName() == null ? request.withWorkerName("anonymous") : request);

    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private final Row row;

    InputFault(Set<String> operations, List<String> findings, UnaryOperator<Request> change) {
        this(operations, findings, Requests.of(operations, change));
    }

    InputFault(Set<String> operations, List<String> findings, Defect defect) {
        row = new Row(operations, findings, server -> defect);
    }

    @Override
    public Row row() {
        return row;
    }

    private static String lowerCaseIds(String path) {
        return ID.matcher(path).replaceAll(id -> id.group().toLowerCase(Locale.ROOT));
    }
}

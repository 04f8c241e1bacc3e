package crosscheck.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a load answer is what the contract promises: each field, its type and what it repeats of the request. Cheap enough
 * to run on every answer under load; the document itself is checked elsewhere.
 */
public final class AnswerCheck {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
    private static final Pattern RETRY_AFTER = Pattern.compile("0*[1-9][0-9]*");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Predicate<JsonNode> TEXT = JsonNode::isTextual;
    private static final Predicate<JsonNode> NAME =
            node -> node.isTextual() && !node.textValue().isEmpty();
    private static final Predicate<JsonNode> RUN_ID =
            node -> node.isTextual() && UUID.matcher(node.textValue()).matches();
    private static final Predicate<JsonNode> ITEM_ID =
            node -> node.canConvertToLong() && node.isIntegralNumber() && node.longValue() > 0;
    private static final Predicate<JsonNode> SECONDS = node -> node.isInt() && node.intValue() >= 0;
    private static final Predicate<JsonNode> BUCKET = node -> Buckets.IN_ORDER.contains(node.asText());
    private static final Predicate<JsonNode> ANY = node -> true;

    private static final Map<String, Predicate<JsonNode>> EMPTY = shape().with("reason", is("queue empty"));
    private static final Map<String, Predicate<JsonNode>> ASSIGNMENT = shape().with("id", ITEM_ID)
            .with("run_id", RUN_ID)
            .with("codebase", NAME)
            .with("campaign", NAME)
            .with("command", TEXT)
            .with("estimated_duration", SECONDS)
            .with("bucket", BUCKET)
            .with("context", ANY);

    private AnswerCheck() {}

    /** The answer to {@code assign}: 200 with an assignment, or 503 because the queue is empty. */
    public static Answer assign(int status, String contentType, String retryAfter, byte[] body) {
        if (status == 200) {
            return check(status, 200, contentType, body, ASSIGNMENT, "id", "run_id");
        }
        Answer empty = check(status, 503, contentType, body, EMPTY, "", "");
        if (empty.mismatch().isEmpty()
                && (retryAfter == null || !RETRY_AFTER.matcher(retryAfter).matches())) {
            return Answer.wrong("Retry-After is " + retryAfter);
        }
        return empty;
    }

    /** The answer to {@code submit-result} of this run with this result code. */
    public static Answer submitResult(String run, String resultCode, int status, String contentType, byte[] body) {
        Shape shape = shape().with("run_id", is(run))
                .with("codebase", NAME)
                .with("campaign", NAME)
                .with("result_code", is(resultCode))
                .with("duration", JsonNode::isIntegralNumber)
                .with("queue_item_id", ITEM_ID.or(JsonNode::isNull));
        return check(status, 201, contentType, body, shape, "queue_item_id", "run_id");
    }

    /** The answer to {@code set-item-status} that put this item in progress. */
    public static Answer setItemStatus(long item, int status, String contentType, byte[] body) {
        Shape shape = shape().with("id", ITEM_ID.and(node -> node.longValue() == item))
                .with("codebase", NAME)
                .with("campaign", NAME)
                .with("command", TEXT)
                .with("estimated_duration", SECONDS)
                .with("bucket", BUCKET)
                .with("priority", JsonNode::isIntegralNumber)
                .with("status", is("in_progress"))
                .with("run_id", RUN_ID)
                .with("requester", TEXT.or(JsonNode::isNull))
                .with("context", ANY);
        return check(status, 200, contentType, body, shape, "id", "run_id");
    }

    /** The answer to {@code put-artifact} of this content; 201 for a new one, 200 for one that was there. */
    public static Answer putArtifact(
            String name, long size, String sha256, int status, String contentType, byte[] body) {
        Shape shape = shape().with("name", is(name))
                .with("size", node -> node.isIntegralNumber() && node.longValue() == size)
                .with("sha256", is(sha256));
        return check(status, status == 200 ? 200 : 201, contentType, body, shape, "", "");
    }

    private static Answer check(
            int status,
            int expected,
            String contentType,
            byte[] body,
            Map<String, Predicate<JsonNode>> shape,
            String item,
            String run) {
        if (status != expected) {
            return Answer.wrong("status is " + status);
        }
        if (contentType == null || !MediaType.parse(contentType).is(MediaType.JSON)) {
            return Answer.wrong("Content-Type is " + contentType);
        }
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (IOException e) {
            return Answer.wrong("body is not JSON");
        }
        return new Answer(
                answer.path(item).asLong(),
                answer.path(run).asText(),
                answer.path("bucket").asText(),
                mismatch(answer, shape));
    }

    private static Optional<String> mismatch(JsonNode answer, Map<String, Predicate<JsonNode>> shape) {
        if (!answer.isObject()) {
            return Optional.of("body is no object");
        }
        for (var field : shape.entrySet()) {
            JsonNode value = answer.get(field.getKey());
            if (value == null) {
                return Optional.of("no " + field.getKey());
            }
            if (!field.getValue().test(value)) {
                return Optional.of(field.getKey() + " is " + abbreviated(value));
            }
        }
        return answer.size() == shape.size() ? Optional.empty() : Optional.of("more than " + shape.keySet());
    }

    private static String abbreviated(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 59) + '…';
    }

    private static Predicate<JsonNode> is(String text) {
        return node -> node.isTextual() && node.textValue().equals(text);
    }

    private static Shape shape() {
        return new Shape();
    }

    /** Required fields in the order in which a mismatch is looked for. */
    private static final class Shape extends LinkedHashMap<String, Predicate<JsonNode>> {
        Shape with(String field, Predicate<JsonNode> type) {
            put(field, type);
            return this;
        }
    }
}

package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The contract's messages: the topic is the Redis channel. */
enum Topic {
    RUN_STARTED(
            "run.started",
            Map.of(
                    "run_id",
                    Topic::isRunId,
                    "codebase",
                    Topic::isText,
                    "campaign",
                    Topic::isText,
                    "worker",
                    Topic::isText)),
    RUN_PROGRESS(
            "run.progress",
            Map.of(
                    "run_id", Topic::isRunId,
                    "codebase", Topic::isText,
                    "campaign", Topic::isText,
                    "status", oneOf(Queue.STATUSES))),
    RUN_COMPLETED(
            "run.completed",
            Map.of(
                    "run_id", Topic::isRunId,
                    "codebase", Topic::isText,
                    "campaign", Topic::isText,
                    "result_code", Topic::isText)),
    PUBLISH_COMPLETED(
            "publish.completed",
            Map.of(
                    "publish_id", Topic::isRunId,
                    "run_id", Topic::isRunId,
                    "mode", oneOf(Publisher.MODES),
                    "result_code", Topic::isText));

    private final String channel;
    private final Map<String, Predicate<JsonNode>> fields;

    Topic(String channel, Map<String, Predicate<JsonNode>> fields) {
        this.channel = channel;
        this.fields = new LinkedHashMap<>(fields);
        this.fields.put("timestamp", Topic::isTimestamp);
    }

    String channel() {
        return channel;
    }

    static List<String> channels() {
        return Arrays.stream(values()).map(Topic::channel).toList();
    }

    static Topic of(String channel) {
        return Arrays.stream(values())
                .filter(topic -> topic.channel.equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** Why a payload is not valid for this topic, if it is not. */
    Optional<String> fault(JsonNode payload) {
        if (!payload.isObject()) {
            return Optional.of("not an object");
        }
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().test(payload.path(field.getKey())))
                .map(field -> field.getKey() + " is missing or invalid")
                .findFirst();
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual();
    }

    private static boolean isRunId(JsonNode value) {
        return value.isTextual() && Ids.uuid(value.textValue()).isPresent();
    }

    private static boolean isTimestamp(JsonNode value) {
        return value.isTextual() && Timestamps.parse(value.textValue()).isPresent();
    }

    private static Predicate<JsonNode> oneOf(List<String> known) {
        return value -> value.isTextual() && known.contains(value.textValue());
    }
}

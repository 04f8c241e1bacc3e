package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/**
 * A request whose route, ids in the path, media type, size and JSON were found right.
 *
 * @param path the path's parameters by name, decoded
 * @param workerName the header {@code X-Worker-Name}, or null
 * @param json the body where the route takes JSON, or null
 * @param bytes the body where the route takes bytes
 */
record Request(Map<String, String> path, Query query, String workerName, Trace trace, JsonNode json, byte[] bytes) {

    Fields fields() {
        return Fields.of(json);
    }

    UUID runId() {
        return uuid(PathParameter.RUN_ID);
    }

    UUID publishId() {
        return uuid(PathParameter.PUBLISH_ID);
    }

    long queueId() {
        return Long.parseLong(parameter(PathParameter.QUEUE_ID));
    }

    String parameter(PathParameter parameter) {
        return path.get(parameter.placeholder());
    }

    Request with(JsonNode otherJson) {
        return new Request(path, query, workerName, trace, otherJson, bytes);
    }

    Request with(Query otherQuery) {
        return new Request(path, otherQuery, workerName, trace, json, bytes);
    }

    Request with(Trace otherTrace) {
        return new Request(path, query, workerName, otherTrace, json, bytes);
    }

    Request withWorkerName(String otherName) {
        return new Request(path, query, otherName, trace, json, bytes);
    }

    private UUID uuid(PathParameter parameter) {
        return UUID.fromString(parameter(parameter));
    }
}

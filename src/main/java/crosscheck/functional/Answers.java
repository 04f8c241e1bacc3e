package crosscheck.functional;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Json;
import java.util.HashMap;
import java.util.Map;

/** What the steps of a check were answered, as far as it is JSON. */
final class Answers {
    private final Map<String, JsonNode> bodies = new HashMap<>();

    void put(String step, byte[] body) {
        try {
            bodies.put(step, Json.parse(body).root());
        } catch (Json.Malformed e) {
            bodies.remove(step);
        }
    }

    /** The text of the value at that JSON pointer; {@code null} where there is none or it is null. */
    String text(String step, String pointer) {
        JsonNode value = bodies.containsKey(step) && isPointer(pointer)
                ? bodies.get(step).at(pointer)
                : null;
        if (value == null || value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private static boolean isPointer(String text) {
        return text.isEmpty() || text.startsWith("/");
    }
}

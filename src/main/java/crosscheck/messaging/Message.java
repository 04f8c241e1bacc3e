package crosscheck.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import crosscheck.contract.Json;
import crosscheck.observation.MessageRecord;
import java.nio.charset.StandardCharsets;

/**
 * A message as it was received.
 *
 * @param json its payload; a missing node where that is no JSON
 */
public record Message(MessageRecord record, JsonNode json) {

    public static Message of(MessageRecord record) {
        return new Message(record, read(record.payload()));
    }

    /** A missing node where it is no JSON. */
    static JsonNode read(byte[] json) {
        try {
            return Json.parse(json).root();
        } catch (Json.Malformed e) {
            return MissingNode.getInstance();
        }
    }

    public String topic() {
        return record.topic();
    }

    public long atMicros() {
        return record.atMicros();
    }

    /** The text of a property; empty where there is none. */
    public String text(String property) {
        return json.path(property).asText();
    }

    /** For a reader. */
    public String shown() {
        return topic() + " " + new String(record.payload(), StandardCharsets.UTF_8);
    }
}

package crosscheck.messaging;

import com.fasterxml.jackson.databind.JsonNode;
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
        return new Message(record, Json.rootOf(record.payload()));
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

package crosscheck.consistency;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crosscheck.observation.MessageRecord;
import java.io.IOException;
import java.util.Map;

/**
 * A message about a run, as far as invariants need it.
 *
 * @param rank its place in a run's life: started, progress, completed
 * @param run the run id; empty where the message names none
 */
public record RunMessage(long atMicros, int rank, String run) {
    static final int COMPLETED = 2;

    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<String, Integer> RANKS =
            Map.of("run.started", 0, "run.progress", 1, "run.completed", COMPLETED);

    /** Of another topic: rank -1. */
    public static RunMessage of(MessageRecord message) {
        return new RunMessage(message.atMicros(), RANKS.getOrDefault(message.topic(), -1), run(message.payload()));
    }

    private static String run(byte[] payload) {
        try (JsonParser parser = JSON.createParser(payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("run_id") && value == JsonToken.VALUE_STRING) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }
}

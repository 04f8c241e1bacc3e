package crosscheck.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the contract promises of an answer with one status.
 *
 * @param mediaType of the body; empty where there is none
 * @param schema of a JSON body, {@code $ref}s of the document not yet followed; empty for other bodies
 * @param headers those that are contract; further ones may come
 * @param errorCodes the values that {@code error.code} may have; empty for a success
 * @param mints kind of id to the JSON pointer of the id that this answer hands out for the first time
 */
public record ResponseSpec(
        Optional<String> mediaType,
        Optional<JsonNode> schema,
        List<Header> headers,
        List<String> errorCodes,
        Map<String, String> mints) {

    /**
     * @param name as the document spells it
     * @param required whether every such answer has it
     * @param requiredWith the property of the body whose presence makes it required; {@code null} for none
     * @param schema of its value as a JSON string
     */
    public record Header(String name, boolean required, String requiredWith, JsonNode schema) {}
}

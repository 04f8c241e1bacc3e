package crosscheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Contract;
import crosscheck.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that a schema of the document allows, as small as can be. */
final class Samples {
    /** What a name has to be for others to be looked at: it must be there. */
    private static final Map<String, String> NAMED = Map.of(
            "codebase", Given.KNOWN_CODEBASE,
            "campaign", Given.CAMPAIGN,
            "runner_url", "${url:runner}");

    private Samples() {}

    /** The operation's path with something in the place of each parameter that could be its value. */
    static String path(Contract contract, Operation operation) {
        Map<String, JsonNode> schemas = contract.parameterSchemas(operation.id());
        String path = operation.path();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.place() == Operation.Place.PATH) {
                JsonNode schema = contract.resolve(schemas.get(parameter.name()));
                path = path.replace('{' + parameter.name() + '}', text(schema));
            }
        }
        return path;
    }

    /** A value of a path or query parameter. */
    static String text(JsonNode schema) {
        if (schema.path("type").asText().equals("integer")) {
            return "1";
        }
        if (schema.has("enum")) {
            return schema.at("/enum/0").asText();
        }
        return schema.path("pattern").asText().contains("-[0-9a-f]{12}") ? Given.NO_UUID : "sample";
    }

    /** JSON of a body's field. */
    static String json(String name, JsonNode schema) {
        if (NAMED.containsKey(name)) {
            return Body.quoted(NAMED.get(name));
        }
        return switch (types(schema).isEmpty() ? "null" : types(schema).get(0)) {
            case "string" -> Body.quoted(text(schema));
            case "integer", "number" -> "1";
            case "array" -> "[]";
            case "object" -> "{}";
            case "boolean" -> "true";
            default -> "null";
        };
    }

    /** The JSON types that a schema allows, the first one first; none for any. */
    static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        List<String> types = new ArrayList<>();
        type.forEach(one -> types.add(one.asText()));
        return type.isTextual() ? List.of(type.asText()) : types;
    }
}

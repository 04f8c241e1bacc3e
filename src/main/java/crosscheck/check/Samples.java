package crosscheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Contract;
import crosscheck.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that a schema of the document allows, as small as can be. */
public final class Samples {
    /** What has to be there, or out there, for a value to be more than well formed. */
    private static final Map<String, String> NAMED = Map.of(
            "codebase", Given.CODEBASE,
            "campaign", Given.CAMPAIGN,
            "runner_url", Given.RUNNER);

    private Samples() {}

    /** The operation's path with something in the place of each parameter that could be its value. */
    public static String path(Contract contract, Operation operation) {
        Map<String, JsonNode> schemas = contract.parameterSchemas(operation.id());
        String path = operation.path();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.place() == Operation.Place.PATH) {
                path = path.replace(
                        '{' + parameter.name() + '}', text(contract.resolve(schemas.get(parameter.name()))));
            }
        }
        return path;
    }

    /** A body with the fields that the schema requires. */
    public static Body body(Contract contract, JsonNode schema) {
        JsonNode object = contract.resolve(schema);
        Body body = Body.EMPTY;
        for (JsonNode field : object.path("required")) {
            JsonNode type = object.path("properties").path(field.asText());
            body = body.json(field.asText(), json(contract, field.asText(), type));
        }
        return body;
    }

    /** JSON of a field. */
    public static String json(Contract contract, String name, JsonNode type) {
        if (NAMED.containsKey(name)) {
            return Body.quoted(NAMED.get(name));
        }
        JsonNode schema = resolved(contract, type);
        return switch (types(schema).stream().findFirst().orElse("null")) {
            case "string" -> Body.quoted(text(schema));
            case "integer", "number" -> "1";
            case "array" -> "[]";
            case "object" -> body(contract, schema).toString();
            case "boolean" -> "true";
            default -> "null";
        };
    }

    /** The schema itself, or that to which it adds a remark. */
    public static JsonNode resolved(Contract contract, JsonNode type) {
        JsonNode schema = contract.resolve(type);
        return schema.has("allOf") ? resolved(contract, schema.at("/allOf/0")) : schema;
    }

    /** A value as text: of a parameter, or of a field that is text. */
    public static String text(JsonNode schema) {
        if (schema.path("type").asText().equals("integer")) {
            return "1";
        }
        if (schema.has("enum")) {
            return schema.at("/enum/0").asText();
        }
        if (schema.path("format").asText().equals("date-time")) {
            return Given.START;
        }
        return schema.path("pattern").asText().contains("[0-9a-f]{12}") ? Given.NO_UUID : "sample";
    }

    /** The JSON types that a schema allows; none for any. */
    public static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        if (schema.path("type").isTextual()) {
            types.add(schema.get("type").asText());
        }
        schema.path("type").forEach(one -> types.add(one.asText()));
        return types;
    }
}

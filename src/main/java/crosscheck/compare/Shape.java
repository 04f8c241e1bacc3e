package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A schema as far as it decides what is equal. */
sealed interface Shape {
    Shape EXACT = new Exact();

    /** Equal as written, but for key order, white space, escapes and the form of numbers that are no integers. */
    record Exact() implements Shape {}

    /** A number in any form. */
    record Numeric() implements Shape {}

    /** A time; {@code later} if it is minted after the answer to the request that causes it. */
    record Time(boolean later) implements Shape {}

    /** An id, or a URL path that ends with it. */
    record Id(String kind) implements Shape {}

    /** Whole seconds since something that each side began at a moment of its own: judged for each side alone. */
    record Elapsed() implements Shape {}

    /** Its type is contract, its value is not. */
    record Opaque() implements Shape {}

    /** A text that may be JSON, and then is equal as such. */
    record JsonText() implements Shape {}

    /** A URL path: a character means the same whether it is percent-encoded or not. */
    record UrlPath() implements Shape {}

    /** Values between commas, in any order. */
    record Tokens() implements Shape {}

    record Fields(Map<String, Shape> byName) implements Shape {
        Shape field(String name) {
            return byName.getOrDefault(name, EXACT);
        }
    }

    /**
     * @param key the properties that together tell elements apart; empty if nothing does
     * @param ordered whether the order means something; if not, the number does not either
     */
    record Elements(List<String> key, boolean ordered, Shape element) implements Shape {}

    /** An object whose property says what the others are. */
    record Choice(String property, Map<String, Shape> byValue) implements Shape {
        Shape of(JsonNode object) {
            return byValue.getOrDefault(object.path(property).asText(), EXACT);
        }
    }

    /** The shape of a schema of the document. */
    static Shape of(JsonNode schema, Contract contract) {
        JsonNode resolved = contract.resolve(schema);
        if (resolved.has("x-opaque")) {
            return new Opaque();
        }
        if (resolved.has("x-json-text")) {
            return new JsonText();
        }
        if (resolved.has("x-path")) {
            return new UrlPath();
        }
        if (resolved.has("x-set")) {
            return new Tokens();
        }
        if (resolved.has("x-id")) {
            return new Id(resolved.get("x-id").asText());
        }
        if (resolved.has("x-elapsed-since")) {
            return new Elapsed();
        }
        if (resolved.has("x-later")) {
            return new Time(true);
        }
        if (resolved.path("format").asText().equals("date-time")) {
            return new Time(false);
        }
        if (resolved.has("items")) {
            List<String> key =
                    resolved.has("x-key") ? List.of(resolved.get("x-key").asText()) : List.of();
            return new Elements(key, !resolved.has("x-unordered"), of(resolved.get("items"), contract));
        }
        if (resolved.path("type").toString().contains("\"number\"")) {
            return new Numeric();
        }
        return objectOf(resolved, contract);
    }

    private static Shape objectOf(JsonNode schema, Contract contract) {
        if (schema.has("discriminator")) {
            return choiceOf(schema.at("/discriminator/propertyName").asText(), schema.get("oneOf"), contract);
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (String combination : new String[] {"allOf", "oneOf"}) {
            for (JsonNode part : schema.path(combination)) {
                Shape shape = of(part, contract);
                if (shape instanceof Fields object) {
                    object.byName().forEach(fields::putIfAbsent);
                }
            }
        }
        schema.path("properties")
                .properties()
                .forEach(property -> fields.putIfAbsent(property.getKey(), of(property.getValue(), contract)));
        return fields.isEmpty() ? EXACT : new Fields(fields);
    }

    private static Shape choiceOf(String property, JsonNode alternatives, Contract contract) {
        Map<String, Shape> byValue = new LinkedHashMap<>();
        for (JsonNode alternative : alternatives) {
            JsonNode object = contract.resolve(alternative);
            JsonNode value = object.path("properties").path(property).path("const");
            byValue.put(value.asText(), objectOf(object, contract));
        }
        return new Choice(property, byValue);
    }
}

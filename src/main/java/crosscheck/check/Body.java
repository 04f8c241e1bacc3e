package crosscheck.check;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A JSON object whose values are written exactly as given: {@code 1.50} and {@code 15e-1} are different bodies.
 *
 * @param fields JSON text by name, in order
 */
public record Body(Map<String, String> fields) {
    public static final Body EMPTY = new Body(Map.of());

    /** JSON of its own, where the value is text that may name what earlier steps were answered. */
    public static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    public Body text(String field, String value) {
        return json(field, quoted(value));
    }

    public Body json(String field, String json) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, json);
        return new Body(more);
    }

    public Body without(String field) {
        Map<String, String> fewer = new LinkedHashMap<>(fields);
        fewer.remove(field);
        return new Body(fewer);
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}

package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Text that is the same for equal values of both sides, so that elements find their counterparts by hash: python's ids
 * under rust's names, minted times as the exchange that minted them.
 *
 * @param python whether the values are python's
 */
record Canonical(Minted minted, boolean python) {

    String text(Shape shape, JsonNode node) {
        StringBuilder text = new StringBuilder();
        append(shape, node, text);
        return text.toString();
    }

    private void append(Shape shape, JsonNode node, StringBuilder text) {
        if (shape instanceof Shape.Opaque || shape instanceof Shape.Elapsed) {
            text.append(node.getNodeType());
        } else if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(property -> sorted.put(property.getKey(), property.getValue()));
            text.append('{');
            sorted.forEach((name, value) -> {
                text.append(TextNode.valueOf(name)).append(':');
                append(JsonComparison.field(shape, node, name), value, text);
                text.append(',');
            });
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(element -> {
                append(JsonComparison.element(shape), element, text);
                text.append(',');
            });
            text.append(']');
        } else if (node.isNumber()) {
            text.append(number(shape, node));
        } else if (node.isTextual()) {
            text.append(TextNode.valueOf(string(shape, node.textValue())));
        } else {
            text.append(node);
        }
    }

    private String number(Shape shape, JsonNode node) {
        if (shape instanceof Shape.Id id) {
            return id(id.kind(), node.asText());
        }
        String value = node.decimalValue().stripTrailingZeros().toString();
        boolean written = node.isIntegralNumber() || shape instanceof Shape.Numeric;
        return written ? value : "fraction " + value;
    }

    private String string(Shape shape, String value) {
        if (shape instanceof Shape.Id id) {
            return id(id.kind(), value);
        }
        if (shape instanceof Shape.Time time) {
            return minted.times().moment(value, time.later(), python);
        }
        if (shape instanceof Shape.JsonText && JsonComparison.parsed(value) != null) {
            return text(Shape.EXACT, JsonComparison.parsed(value));
        }
        return python ? minted.ids().textToRust(value) : value;
    }

    private String id(String kind, String value) {
        return python ? minted.ids().toRust(kind, value) : value;
    }
}

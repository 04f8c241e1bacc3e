package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import crosscheck.contract.Contract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Types and required properties, inferred from values or declared by the document.
 *
 * @param types JSON Schema's names; empty for any
 * @param properties of its objects
 * @param required the properties that each of its objects has
 * @param elements of its lists; {@code null} if none was seen or declared
 */
record SchemaModel(Set<String> types, Map<String, SchemaModel> properties, Set<String> required, SchemaModel elements) {

    /** What all these values have in common. */
    static SchemaModel inferred(Collection<JsonNode> values) {
        Set<String> types = new TreeSet<>();
        Map<String, List<JsonNode>> members = new TreeMap<>();
        List<JsonNode> elements = new ArrayList<>();
        int objects = 0;
        for (JsonNode value : values) {
            types.add(type(value));
            if (value.isArray()) {
                value.forEach(elements::add);
            } else if (value.isObject()) {
                objects++;
                value.properties()
                        .forEach(property -> members.computeIfAbsent(property.getKey(), name -> new ArrayList<>())
                                .add(property.getValue()));
            }
        }
        Map<String, SchemaModel> properties = new TreeMap<>();
        Set<String> required = new TreeSet<>();
        for (Map.Entry<String, List<JsonNode>> member : members.entrySet()) {
            properties.put(member.getKey(), inferred(member.getValue()));
            if (member.getValue().size() == objects) {
                required.add(member.getKey());
            }
        }
        return new SchemaModel(types, properties, required, elements.isEmpty() ? null : inferred(elements));
    }

    /** The value with nothing left of it but names and types: all that {@link #inferred} looks at. */
    static JsonNode outline(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(property -> object.set(property.getKey(), outline(property.getValue())));
            return object;
        }
        if (value.isArray()) {
            Set<JsonNode> elements = new LinkedHashSet<>();
            value.forEach(element -> elements.add(outline(element)));
            return JsonNodeFactory.instance.arrayNode().addAll(elements);
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? IntNode.valueOf(0) : DoubleNode.valueOf(0);
        }
        if (value.isBoolean()) {
            return BooleanNode.FALSE;
        }
        return value.isTextual() ? TextNode.valueOf("") : value;
    }

    /** What the document says; of alternatives, what they have in common. */
    static SchemaModel declared(JsonNode schema, Contract contract) {
        JsonNode resolved = contract.resolve(schema);
        Set<String> types = new TreeSet<>();
        JsonNode type = resolved.path("type");
        type.forEach(name -> types.add(name.asText()));
        if (type.isTextual()) {
            types.add(type.asText());
        } else if (resolved.has("const")) {
            types.add(type(resolved.get("const")));
        }
        Map<String, SchemaModel> properties = new TreeMap<>();
        resolved.path("properties")
                .properties()
                .forEach(property -> properties.put(property.getKey(), declared(property.getValue(), contract)));
        Set<String> required = new TreeSet<>();
        resolved.path("required").forEach(name -> required.add(name.asText()));
        SchemaModel elements = resolved.has("items") ? declared(resolved.get("items"), contract) : null;
        SchemaModel own = new SchemaModel(types, properties, required, elements);
        for (JsonNode part : resolved.path("allOf")) {
            own = own.merged(declared(part, contract), true);
        }
        SchemaModel alternatives = null;
        for (JsonNode part : resolved.path("oneOf")) {
            SchemaModel alternative = declared(part, contract);
            alternatives = alternatives == null ? alternative : alternatives.merged(alternative, false);
        }
        return alternatives == null ? own : own.merged(alternatives, true);
    }

    /** @param both whether values keep both models, rather than either */
    private SchemaModel merged(SchemaModel other, boolean both) {
        Set<String> mergedTypes = new TreeSet<>(types);
        mergedTypes.addAll(other.types);
        Map<String, SchemaModel> mergedProperties = new TreeMap<>(properties);
        other.properties.forEach(
                (name, model) -> mergedProperties.merge(name, model, (one, another) -> one.merged(another, both)));
        Set<String> mergedRequired = new TreeSet<>(required);
        if (both) {
            mergedRequired.addAll(other.required);
        } else {
            mergedRequired.retainAll(other.required);
        }
        return new SchemaModel(
                mergedTypes, mergedProperties, mergedRequired, elements == null ? other.elements : elements);
    }

    private static String type(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "integer" : "number";
        }
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}

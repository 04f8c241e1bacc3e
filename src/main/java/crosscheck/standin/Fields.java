package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The fields of a JSON object, checked as they are read; null is the same as absent. */
final class Fields {
    private final String prefix;
    private final ObjectNode object;

    private Fields(String prefix, ObjectNode object) {
        this.prefix = prefix;
        this.object = object;
    }

    static Fields of(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return new Fields("", object);
        }
        throw Refusal.field("", "must be an object");
    }

    /** Whether the field is there, be it as null: what PATCH needs to know. */
    boolean names(String field) {
        return object.has(field);
    }

    /** Text, or null. */
    String text(String field) {
        JsonNode value = value(field);
        return value == null ? null : text(path(field), value);
    }

    String requiredText(String field) {
        return required(field, text(field));
    }

    /** The name of a codebase or campaign: one character or longer. */
    String requiredName(String field) {
        String name = requiredText(field);
        if (name.isEmpty()) {
            throw Refusal.field(path(field), "must not be empty");
        }
        return name;
    }

    /** One of the known values, or null. */
    String oneOf(String field, List<String> known) {
        String text = text(field);
        if (text != null && !known.contains(text)) {
            throw Refusal.field(path(field), "must be one of " + known);
        }
        return text;
    }

    String requiredOneOf(String field, List<String> known) {
        return required(field, oneOf(field, known));
    }

    UUID requiredRunId(String field) {
        String text = requiredText(field);
        return Ids.uuid(text).orElseThrow(() -> Refusal.field(path(field), "must be a UUID in lower case"));
    }

    /** A number as a double, or null. */
    Double number(String field) {
        BigDecimal number = decimal(field);
        return number == null ? null : Double.valueOf(number.doubleValue());
    }

    Double number(String field, double least, double most) {
        BigDecimal number = decimal(field);
        if (number != null
                && (number.compareTo(BigDecimal.valueOf(least)) < 0
                        || number.compareTo(BigDecimal.valueOf(most)) > 0)) {
            throw Refusal.field(path(field), "must be from " + least + " to " + most);
        }
        return number == null ? null : Double.valueOf(number.doubleValue());
    }

    /** An integer in any form (5, 5.0, 5e0), or the default. */
    long integer(String field, long least, long most, long otherwise) {
        BigDecimal number = decimal(field);
        if (number == null) {
            return otherwise;
        }
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw Refusal.field(path(field), "must be an integer from " + least + " to " + most);
        }
        return number.longValueExact();
    }

    /** An instant, or null. */
    Instant timestamp(String field) {
        String text = text(field);
        return text == null
                ? null
                : Timestamps.parse(text)
                        .orElseThrow(() -> Refusal.field(
                                path(field), "must be RFC 3339 in UTC with Z and at most six fraction digits"));
    }

    /** Any JSON that PostgreSQL can keep, as text, or null. */
    String json(String field) {
        JsonNode value = value(field);
        return value == null ? null : Json.text(storable(path(field), value));
    }

    String requiredObject(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isObject()) {
            throw Refusal.field(path(field), "must be an object");
        }
        return required(field, json(field));
    }

    List<String> requiredTexts(String field) {
        List<String> texts = new ArrayList<>();
        JsonNode array = required(field, elements(field));
        for (int i = 0; i < array.size(); i++) {
            texts.add(text(path(field) + "." + i, array.get(i)));
        }
        return texts;
    }

    /** The objects of an array; none where it is absent. */
    List<Fields> objects(String field) {
        List<Fields> objects = new ArrayList<>();
        JsonNode array = elements(field);
        for (int i = 0; array != null && i < array.size(); i++) {
            String path = path(field) + "." + i;
            if (!(array.get(i) instanceof ObjectNode element)) {
                throw Refusal.field(path, "must be an object");
            }
            objects.add(new Fields(path + ".", element));
        }
        return objects;
    }

    /** The value as it came, JSON's null too; absent is refused. */
    JsonNode requiredAny(String field) {
        return storable(path(field), required(field, object.get(field)));
    }

    private JsonNode value(String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private String path(String field) {
        return prefix + field;
    }

    private <T> T required(String field, T value) {
        if (value == null) {
            throw Refusal.field(path(field), "is missing");
        }
        return value;
    }

    private JsonNode elements(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isArray()) {
            throw Refusal.field(path(field), "must be an array");
        }
        return value;
    }

    private BigDecimal decimal(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw Refusal.field(path(field), "must be a number");
        }
        return storable(path(field), value).decimalValue();
    }

    private static String text(String path, JsonNode value) {
        if (!value.isTextual()) {
            throw Refusal.field(path, "must be text");
        }
        return storable(path, value).textValue();
    }

    private static JsonNode storable(String path, JsonNode value) {
        if (value.isTextual() && hasNul(value.textValue())) {
            throw Refusal.field(path, "must not contain NUL");
        }
        if (value.isNumber() && !Json.withinDouble(value.decimalValue())) {
            throw Refusal.field(path, "must be within the range of a double");
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            storable(path + "." + i, value.get(i));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (hasNul(member.getKey())) {
                throw Refusal.field(path, "must not contain NUL");
            }
            storable(path + "." + member.getKey(), member.getValue());
        }
        return value;
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}

package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import crosscheck.compare.Difference.Kind;
import crosscheck.contract.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two JSON values under the contract's rule of what is equal, and nothing laxer; every difference is told. */
final class JsonComparison {
    private static final int SHOWN = 500;

    private final Minted minted;
    private final List<Difference> found = new ArrayList<>();

    JsonComparison(Minted minted) {
        this.minted = minted;
    }

    static List<Difference> differences(Shape shape, JsonPath at, JsonNode python, JsonNode rust, Minted minted) {
        JsonComparison comparison = new JsonComparison(minted);
        comparison.compare(shape, at, python, rust);
        return comparison.found;
    }

    Minted minted() {
        return minted;
    }

    void compare(Shape shape, JsonPath at, JsonNode python, JsonNode rust) {
        if (python.getNodeType() != rust.getNodeType()) {
            report(Kind.TYPE, at, python, rust, name(python) + " against " + name(rust));
        } else if (shape instanceof Shape.Opaque) {
            return;
        } else if (python.isObject()) {
            compareObjects(shape, at, python, rust);
        } else if (python.isArray()) {
            new ArrayComparison(this, shape, at, python, rust).run();
        } else if (python.isNumber()) {
            compareNumbers(shape, at, python, rust);
        } else if (python.isTextual()) {
            compareTexts(shape, at, python, rust);
        } else if (!python.equals(rust)) {
            report(Kind.VALUE, at, python, rust, "other values differ");
        }
    }

    void report(Kind kind, JsonPath at, JsonNode python, JsonNode rust, String rule) {
        found.add(new Difference(kind, at.toString(), at.place(), shown(python), shown(rust), rule));
    }

    static Shape field(Shape shape, JsonNode object, String name) {
        Shape chosen = shape instanceof Shape.Choice choice ? choice.of(object) : shape;
        return chosen instanceof Shape.Fields fields ? fields.field(name) : Shape.EXACT;
    }

    static Shape element(Shape shape) {
        return shape instanceof Shape.Elements elements ? elements.element() : Shape.EXACT;
    }

    private void compareObjects(Shape shape, JsonPath at, JsonNode python, JsonNode rust) {
        python.properties().forEach(property -> {
            String name = property.getKey();
            JsonPath path = at.property(name);
            JsonNode p = property.getValue();
            JsonNode r = rust.get(name);
            Shape type = field(shape, python, name);
            if (r == null) {
                reportAbsent(path, p, null);
            } else {
                compare(type, path, p, r);
            }
        });
        rust.properties().stream()
                .filter(property -> !python.has(property.getKey()))
                .forEach(property -> reportAbsent(at.property(property.getKey()), null, property.getValue()));
    }

    private void reportAbsent(JsonPath at, JsonNode python, JsonNode rust) {
        if ((python == null ? rust : python).isNull()) {
            report(Kind.NULL_VS_ABSENT, at, python, rust, "an absent value is present and null");
        } else {
            report(python == null ? Kind.EXTRA : Kind.MISSING, at, python, rust, "only one side has it");
        }
    }

    private void compareNumbers(Shape shape, JsonPath at, JsonNode python, JsonNode rust) {
        if (python.isIntegralNumber() != rust.isIntegralNumber() && !(shape instanceof Shape.Numeric)) {
            report(Kind.TYPE, at, python, rust, "integers are written as integers");
        } else if (shape instanceof Shape.Id id) {
            compareIds(id.kind(), at, python, rust);
        } else if (!(shape instanceof Shape.Elapsed) && python.decimalValue().compareTo(rust.decimalValue()) != 0) {
            report(Kind.VALUE, at, python, rust, "numbers are equal by their exact value");
        }
    }

    private void compareTexts(Shape shape, JsonPath at, JsonNode python, JsonNode rust) {
        String p = python.textValue();
        String r = rust.textValue();
        if (shape instanceof Shape.Id id) {
            compareIds(id.kind(), at, python, rust);
        } else if (shape instanceof Shape.JsonText && parsed(p) != null && parsed(r) != null) {
            compare(Shape.EXACT, at, parsed(p), parsed(r));
        } else if (shape instanceof Shape.Time time) {
            if (!minted.times().same(at.place(), p, r, time.later())) {
                report(Kind.VALUE, at, python, rust, "a minted time lies in its exchange's window, others are equal");
            }
        } else if (!minted.ids().textToRust(p).equals(r)) {
            report(Kind.VALUE, at, python, rust, "texts are equal character by character");
        }
    }

    /** {@code null} if it is no JSON. */
    static JsonNode parsed(String text) {
        try {
            return Json.parse(text).root();
        } catch (Json.Malformed e) {
            return null;
        }
    }

    private void compareIds(String kind, JsonPath at, JsonNode python, JsonNode rust) {
        if (!minted.ids().same(kind, python.asText(), rust.asText())) {
            report(Kind.VALUE, at, python, rust, "ids are equal, or were handed out by the same exchange");
        }
    }

    private static String name(JsonNode node) {
        return node.getNodeType() == JsonNodeType.NULL
                ? "null"
                : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String shown(JsonNode node) {
        String text = node == null ? null : node.toString();
        return text == null || text.length() <= SHOWN
                ? text
                : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}

package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Made-up JSON, ways to spell it that the contract calls the same, and changes that it forbids. */
final class RandomJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] TEXTS = {
        "", "a", "ü", "\uD83D\uDE00", "a b", "\"", "\\", "null", "1", "\n", "2026-01-01T00:00:00Z"
    };

    private final Random random;

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    JsonNode value(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.textNode(text());
            case 3 ->
                NODES.numberNode(BigInteger.valueOf(random.nextInt(5) == 0 ? random.nextLong() : random.nextInt(10)));
            case 4 -> DecimalNode.valueOf(BigDecimal.valueOf(random.nextInt(1000), 1 + random.nextInt(3)));
            case 5 -> object(depth - 1);
            default -> array(depth - 1);
        };
    }

    ObjectNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            object.set(text() + i, value(depth));
        }
        return object;
    }

    ArrayNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            array.add(value(depth));
        }
        return array;
    }

    /** The same value with other key order, white space, escapes and forms of numbers that are no integers. */
    String respelt(JsonNode node) {
        if (node.isObject()) {
            List<String> members = new ArrayList<>();
            node.properties()
                    .forEach(p -> members.add(space() + quoted(p.getKey()) + space() + ':' + respelt(p.getValue())));
            Collections.shuffle(members, random);
            return space() + '{' + String.join(",", members) + space() + '}';
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(respelt(element)));
            return '[' + String.join(space() + ',', elements) + space() + ']' + space();
        }
        if (node.isTextual()) {
            return space() + quoted(node.textValue());
        }
        if (node.isBigDecimal()) {
            BigDecimal value = node.decimalValue();
            return switch (random.nextInt(3)) {
                case 0 -> value.setScale(value.scale() + 1 + random.nextInt(3)).toPlainString();
                case 1 -> value.unscaledValue() + "e-" + value.scale();
                default -> value.toPlainString();
            };
        }
        return node + space();
    }

    /** The value with exactly one node changed, added, dropped or moved to another place of its list. */
    JsonNode mutated(JsonNode original) {
        JsonNode root = NODES.objectNode().set("root", original.deepCopy());
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        if (chosen instanceof ObjectNode object) {
            mutate(object);
        } else {
            mutate((ArrayNode) chosen);
        }
        return root.get("root");
    }

    private void mutate(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
        if (object.has("root") || (!names.isEmpty() && random.nextInt(3) == 0)) {
            object.set(name, other(object.get(name)));
        } else if (!names.isEmpty() && random.nextBoolean()) {
            object.remove(name);
        } else {
            object.set("added " + text(), value(1));
        }
    }

    private void mutate(ArrayNode array) {
        int choice = random.nextInt(3);
        Set<String> distinct = new TreeSet<>();
        array.forEach(element -> distinct.add(element.toString()));
        if (choice == 0 && distinct.size() > 1) {
            int i = random.nextInt(array.size() - 1);
            while (array.get(i).equals(array.get(i + 1))) {
                i = (i + 1) % (array.size() - 1);
            }
            JsonNode moved = array.remove(i);
            array.insert(i + 1, moved);
        } else if (choice == 1 && !array.isEmpty()) {
            int i = random.nextInt(array.size());
            array.set(i, other(array.get(i)));
        } else if (choice == 2 && !array.isEmpty()) {
            array.remove(random.nextInt(array.size()));
        } else {
            array.insert(random.nextInt(array.size() + 1), value(1));
        }
    }

    private JsonNode other(JsonNode node) {
        if (node.isBigInteger()) {
            return random.nextBoolean()
                    ? NODES.numberNode(node.bigIntegerValue().add(BigInteger.ONE))
                    : DecimalNode.valueOf(new BigDecimal(node.bigIntegerValue()).setScale(1));
        }
        if (node.isBigDecimal()) {
            return DecimalNode.valueOf(node.decimalValue().add(new BigDecimal("0.00000000000000000001")));
        }
        if (node.isTextual()) {
            return NODES.textNode(node.textValue() + ' ');
        }
        if (node.isBoolean()) {
            return random.nextBoolean() ? NODES.booleanNode(!node.booleanValue()) : NODES.textNode(node.asText());
        }
        if (node.isContainerNode()) {
            return NODES.nullNode();
        }
        return NODES.textNode("null");
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
        }
        node.forEach(child -> collect(child, containers));
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private String space() {
        return " \n\t ".substring(0, random.nextInt(5));
    }

    private String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean must = c == '"' || c == '\\' || c < ' ';
            json.append(must || random.nextInt(4) == 0 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return json.append('"').toString();
    }
}

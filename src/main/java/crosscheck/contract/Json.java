package crosscheck.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.BigDecimalParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON text with everything that the contract tells apart: numbers exactly and whether they are written as integers, and
 * the keys that an object has more than once.
 *
 * @param root integers are {@link BigIntegerNode}, other numbers {@link DecimalNode}; of a repeated key the last value
 * @param duplicateKeys paths of repeated keys, dotted, elements by index
 */
public record Json(JsonNode root, List<String> duplicateKeys) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Why a text is no JSON, for a reader. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** Parses one JSON value (RFC 8259) in UTF-8 without a byte order mark, and nothing after it. */
    public static Json parse(byte[] bytes) throws Malformed {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(text);
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8");
        }
    }

    /** Its root; a missing node where it is no JSON. */
    public static JsonNode rootOf(byte[] bytes) {
        try {
            return parse(bytes).root;
        } catch (Malformed e) {
            return MissingNode.getInstance();
        }
    }

    public static Json parse(String text) throws Malformed {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new Malformed("empty");
            }
            List<String> duplicates = new ArrayList<>();
            JsonNode root = value(parser, "", duplicates);
            if (parser.nextToken() != null) {
                throw new Malformed("more after the value, at character "
                        + parser.currentTokenLocation().getCharOffset());
            }
            return new Json(root, List.copyOf(duplicates));
        } catch (IOException | NumberFormatException e) {
            throw new Malformed(e.getMessage().lines().findFirst().orElse("unreadable"));
        }
    }

    private static JsonNode value(JsonParser parser, String path, List<String> duplicates) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path, duplicates);
            case START_ARRAY -> array(parser, path, duplicates);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> BigIntegerNode.valueOf(new BigInteger(parser.getText()));
            case VALUE_NUMBER_FLOAT -> new Fraction(BigDecimalParser.parse(parser.getText()));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static JsonNode object(JsonParser parser, String path, List<String> duplicates) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String child = path.isEmpty() ? name : path + '.' + name;
            parser.nextToken();
            if (object.replace(name, value(parser, child, duplicates)) != null) {
                duplicates.add(child);
            }
        }
        return object;
    }

    private static JsonNode array(JsonParser parser, String path, List<String> duplicates) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, path.isEmpty() ? "" + array.size() : path + '.' + array.size(), duplicates));
        }
        return array;
    }

    /** JSON Schema takes 1.0 for an integer; under the contract integers are written as integers. */
    private static final class Fraction extends DecimalNode {
        private static final long serialVersionUID = 1L;

        Fraction(BigDecimal value) {
            super(value);
        }

        @Override
        public boolean canConvertToExactIntegral() {
            return false;
        }
    }
}

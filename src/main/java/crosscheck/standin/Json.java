package crosscheck.standin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON read and written without loss: every number is a {@link BigDecimal}, however it was written. */
final class Json {
    /** Stands for every number beyond a double, whose own exponent may be beyond a BigDecimal too. */
    private static final BigDecimal BEYOND_DOUBLE = new BigDecimal("1e400");

    private static final BigDecimal LARGEST = new BigDecimal(Double.MAX_VALUE);

    /** Digits before the point that no double has. */
    private static final int TOO_MANY_DIGITS = 310;

    /** PostgreSQL's {@code numeric} keeps this many digits after the point. */
    private static final int LARGEST_SCALE = 16383;

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** JSON text that is known to be right, such as a jsonb column's; null is JSON's null. */
    static JsonNode raw(String text) {
        return text == null ? NullNode.instance : JsonNodeFactory.instance.rawValueNode(new RawValue(text));
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String text(JsonNode node) {
        return new String(bytes(node), StandardCharsets.UTF_8);
    }

    /** @throws IOException when the bytes are not one JSON value in UTF-8 */
    static JsonNode read(byte[] bytes) throws IOException {
        return read(decoded(bytes));
    }

    /** @throws IOException when the text is not one JSON value */
    static JsonNode read(String text) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IOException("nothing but white space");
            }
            JsonNode value = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return value;
        }
    }

    static boolean withinDouble(BigDecimal number) {
        return number.abs().compareTo(LARGEST) <= 0;
    }

    /** A double as the number that it is written as; an integer without a point or an exponent. */
    static JsonNode number(double value) {
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = object();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = array();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            case VALUE_NUMBER_INT -> DecimalNode.valueOf(integer(parser.getText()));
            case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(decimal(parser.getText()));
            default -> throw new IOException("unexpected " + parser.currentToken());
        };
    }

    private static BigDecimal integer(String text) {
        return text.length() > TOO_MANY_DIGITS ? BEYOND_DOUBLE : new BigDecimal(text);
    }

    private static BigDecimal decimal(String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException exponentBeyondInteger) {
            return isZero(text) || text.contains("e-") || text.contains("E-") ? BigDecimal.ZERO : BEYOND_DOUBLE;
        }
        if (number.signum() == 0) {
            return number.scale() > LARGEST_SCALE || number.scale() < 0 ? BigDecimal.ZERO : number;
        }
        long magnitude = (long) number.precision() - number.scale();
        if (magnitude > TOO_MANY_DIGITS) {
            return BEYOND_DOUBLE;
        }
        if (magnitude < -LARGEST_SCALE) {
            return BigDecimal.ZERO;
        }
        return number.scale() > LARGEST_SCALE ? number.setScale(LARGEST_SCALE, RoundingMode.HALF_EVEN) : number;
    }

    private static boolean isZero(String text) {
        return text.chars()
                .takeWhile(character -> character != 'e' && character != 'E')
                .noneMatch(character -> character >= '1' && character <= '9');
    }
}

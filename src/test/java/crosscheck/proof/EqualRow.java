package crosscheck.proof;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crosscheck.contract.Contract;
import crosscheck.observation.ExchangeRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does the contract forbid what became of an exchange? By its row "equal under this contract", in the plainest words, and
 * without anything of the comparer.
 */
final class EqualRow {
    private static final List<String> HEADERS =
            List.of("Content-Type", "Location", "Allow", "Retry-After", "traceparent");
    private static final Pattern TRACE =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z");
    /** Texts that people read. */
    private static final Set<String> WORDING = Set.of("/error/message");

    private static final int LARGEST = 1 << 20;
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build()
            .reader();

    enum Effect {
        ALLOWED,
        FORBIDDEN,
        /** What else it changed, or did not, is not to be seen in this exchange. */
        UNKNOWN
    }

    private final Contract contract;

    EqualRow(Contract contract) {
        this.contract = contract;
    }

    /**
     * @param python the same request's exchange with the other implementation
     * @param rust as the client saw it
     */
    Effect of(Passage passage, ExchangeRecord python, ExchangeRecord rust) {
        if (!rust.answered()) {
            boolean refusedEarly = passage.request().body().length > LARGEST;
            return refusedEarly ? Effect.UNKNOWN : Effect.FORBIDDEN;
        }
        Map<String, String> received = headers(rust);
        if (passage.carriedOut() != passage.request()) {
            return ofAnotherRequest(passage, python, rust, received);
        }
        Wire honest = passage.honest().orElseThrow();
        boolean same = honest.status() == rust.status()
                && HEADERS.stream().allMatch(name -> same(name, honest, received, passage.request()))
                && sameBody(honest.header("Content-Type").orElse(""), honest.body(), rust.body());
        if (!same) {
            return Effect.FORBIDDEN;
        }
        boolean doneTwice = passage.times() > 1 && rust.method().equals("POST") && rust.status() / 100 == 2;
        return doneTwice ? Effect.FORBIDDEN : Effect.ALLOWED;
    }

    /** The request was changed, and rust answered what it got. */
    private Effect ofAnotherRequest(
            Passage passage, ExchangeRecord python, ExchangeRecord rust, Map<String, String> received) {
        Wire sent = passage.request();
        Wire got = passage.carriedOut();
        boolean otherAnswer = python.status() != rust.status()
                || !code(python.body()).equals(code(rust.body()))
                || !sameTrace(sent, received.get("traceparent"));
        if (otherAnswer) {
            return Effect.FORBIDDEN;
        }
        boolean sameRequest = sent.start().equals(got.start())
                && List.of("Content-Type", "X-Worker-Name", "traceparent").stream()
                        .allMatch(name -> sent.header(name).equals(got.header(name)))
                && sameBody(sent.header("Content-Type").orElse(""), sent.body(), got.body());
        if (sameRequest) {
            return Effect.ALLOWED;
        }
        return rust.status() / 100 == 2
                        && sent.start().equals(got.start())
                        && toldOtherwise(rust.operation(), sent, got)
                ? Effect.FORBIDDEN
                : Effect.UNKNOWN;
    }

    /** Whether a property that the contract knows of the request came as another value. */
    private boolean toldOtherwise(String operation, Wire sent, Wire got) {
        Optional<JsonNode> before = json(sent.body());
        Optional<JsonNode> after = json(got.body());
        Optional<JsonNode> schema = contract.requestSchema(operation).map(contract::resolve);
        if (before.isEmpty() || after.isEmpty() || schema.isEmpty()) {
            return false;
        }
        boolean told = false;
        for (Map.Entry<String, JsonNode> property :
                schema.get().path("properties").properties()) {
            JsonNode one = before.get().path(property.getKey());
            JsonNode other = after.get().path(property.getKey());
            told |= !one.isMissingNode() && !other.isMissingNode() && !same("", one, other);
        }
        return told;
    }

    private static boolean same(String name, Wire honest, Map<String, String> received, Wire request) {
        String was = honest.header(name).orElse(null);
        String is = received.get(name);
        if (was == null || is == null) {
            return was == is;
        }
        return switch (name) {
            case "Content-Type" -> mediaType(was).equals(mediaType(is));
            case "Allow" -> Set.of(was.split(" *, *")).equals(new HashSet<>(List.of(is.split(" *, *"))));
            case "Retry-After" -> is.matches("0*[1-9]\\d*");
            case "traceparent" -> sameTrace(request, is);
            default -> was.equals(is);
        };
    }

    private static String mediaType(String value) {
        return value.toLowerCase(Locale.ROOT).replace(" ", "").replace("json;charset=utf-8", "json");
    }

    /** Of the request's trace with another parent; of any where the request names none. */
    private static boolean sameTrace(Wire request, String answered) {
        Matcher answer = TRACE.matcher(answered == null ? "" : answered);
        Matcher asked = TRACE.matcher(request.header("traceparent").orElse(""));
        return answer.matches()
                && (!asked.matches()
                        || asked.group(1).equals(answer.group(1))
                                && !asked.group(2).equals(answer.group(2)));
    }

    private static boolean sameBody(String contentType, byte[] was, byte[] is) {
        Optional<JsonNode> one = contentType.startsWith("application/json") ? json(was) : Optional.empty();
        return one.map(before ->
                        json(is).filter(after -> same("", before, after)).isPresent())
                .orElseGet(() -> Arrays.equals(was, is));
    }

    private static boolean same(String path, JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject() && one.size() == other.size()) {
            return one.properties().stream()
                    .allMatch(property -> other.has(property.getKey())
                            && same(path + "/" + property.getKey(), property.getValue(), other.get(property.getKey())));
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            boolean all = true;
            for (int i = 0; i < one.size(); i++) {
                all &= same(path + "/*", one.get(i), other.get(i));
            }
            return all;
        }
        if (one.isBigDecimal() && other.isBigDecimal()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isTextual() && other.isTextual()) {
            return WORDING.contains(path) || one.equals(other) || sameTime(one.textValue(), other.textValue());
        }
        return one.equals(other);
    }

    private static boolean sameTime(String one, String other) {
        try {
            return TIME.matcher(one).matches()
                    && TIME.matcher(other).matches()
                    && Instant.parse(one).equals(Instant.parse(other));
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }

    private static String code(byte[] body) {
        return json(body).map(json -> json.at("/error/code").asText()).orElse("");
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isMissingNode() ? Optional.empty() : Optional.of(json);
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** Values of a repeated header joined. */
    private static Map<String, String> headers(ExchangeRecord exchange) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }
}

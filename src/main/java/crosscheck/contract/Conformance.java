package crosscheck.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import crosscheck.contract.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether an answer or a message keeps the document, one side alone: a defect that both sides have is found here. Every
 * violation is reported, not the first only.
 */
public final class Conformance {
    private final Contract contract;
    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    public Conformance(Contract contract) {
        this.contract = contract;
        SchemaRegistryConfig strict = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(strict));
    }

    /** Checks the answer to a call of this operation. */
    public List<Violation> check(String operation, Reply reply) {
        return contract.response(operation, reply.status())
                .map(promised -> check(promised, reply))
                .orElseGet(() -> List.of(new Violation(
                        Kind.STATUS,
                        "",
                        operation + " has " + contract.statuses(operation) + ", came " + reply.status())));
    }

    /** Checks the answer to a request that no operation matches: 404 without such a path, 405 with another method. */
    public List<Violation> checkRouteRefusal(int expectedStatus, Reply reply) {
        if (reply.status() != expectedStatus) {
            return List.of(new Violation(Kind.STATUS, "", "expected " + expectedStatus + ", came " + reply.status()));
        }
        return check(contract.routeRefusal(expectedStatus).orElseThrow(), reply);
    }

    /** Checks a message that a request caused: valid for its topic, and part of a trace. */
    public List<Violation> checkMessage(String topic, byte[] payload) {
        Contract.Topic known = contract.topics().get(topic);
        if (known == null) {
            return List.of(new Violation(Kind.SCHEMA, "", "no topic " + topic));
        }
        List<Violation> found = new ArrayList<>();
        parse(payload, found).ifPresent(json -> {
            found.addAll(check(known.payload(), json.root()));
            found.addAll(checkCaused(contract.resolve(known.payload()).path("properties"), json.root()));
        });
        return found;
    }

    /** A message posted by hand may say more or less, one that a request caused has these properties and a trace. */
    private static List<Violation> checkCaused(JsonNode properties, JsonNode message) {
        List<Violation> found = new ArrayList<>();
        if (message.isObject() && !message.has("traceparent")) {
            found.add(new Violation(Kind.SCHEMA, "traceparent", "a message that a request causes has one"));
        }
        message.fieldNames().forEachRemaining(name -> {
            if (!properties.has(name)) {
                found.add(new Violation(Kind.SCHEMA, name, "not a property of its topic"));
            }
        });
        return found;
    }

    /** Checks a JSON value against a schema of the document. */
    public List<Violation> check(JsonNode schema, JsonNode value) {
        List<Violation> found = new ArrayList<>();
        for (Error error : schema(schema).validate(value)) {
            found.add(new Violation(Kind.SCHEMA, path(error), error.getMessage()));
        }
        return found;
    }

    private List<Violation> check(ResponseSpec promised, Reply reply) {
        List<Violation> found = new ArrayList<>();
        Optional<Json> json = Optional.empty();
        if (promised.mediaType().isEmpty()) {
            if (reply.body().length > 0) {
                found.add(
                        new Violation(Kind.MALFORMED, "", "no body expected, came " + reply.body().length + " bytes"));
            }
        } else {
            checkContentType(promised.mediaType().get(), reply, found);
            if (promised.schema().isPresent()) {
                json = parse(reply.body(), found);
                json.ifPresent(body -> found.addAll(check(promised.schema().get(), body.root())));
            }
        }
        JsonNode body = json.map(Json::root).orElseGet(() -> TextNode.valueOf(""));
        for (ResponseSpec.Header header : promised.headers()) {
            checkHeader(header, reply, body, found);
        }
        JsonNode code = body.at("/error/code");
        if (code.isTextual() && !promised.errorCodes().contains(code.textValue())) {
            found.add(new Violation(
                    Kind.ERROR_CODE, "error.code", "expected one of " + promised.errorCodes() + ", came " + code));
        }
        return found;
    }

    private static void checkContentType(String mediaType, Reply reply, List<Violation> found) {
        Optional<String> contentType = reply.header("Content-Type");
        if (contentType.filter(type -> MediaType.parse(type).is(mediaType)).isEmpty()) {
            found.add(new Violation(
                    Kind.CONTENT_TYPE,
                    "Content-Type",
                    "expected " + mediaType + ", came " + contentType.orElse("none")));
        }
    }

    private void checkHeader(ResponseSpec.Header header, Reply reply, JsonNode body, List<Violation> found) {
        Optional<String> value = reply.header(header.name());
        boolean required = header.required() || body.has(header.requiredWith());
        if (value.isEmpty() && required) {
            found.add(new Violation(Kind.HEADER, header.name(), "missing"));
        }
        value.map(text -> check(header.schema(), TextNode.valueOf(text))).orElse(List.of()).stream()
                .map(broken -> new Violation(Kind.HEADER, header.name(), value.get() + ": " + broken.message()))
                .forEach(found::add);
    }

    private static Optional<Json> parse(byte[] body, List<Violation> found) {
        try {
            Json json = Json.parse(body);
            json.duplicateKeys().forEach(key -> found.add(new Violation(Kind.DUPLICATE_KEY, key, "given twice")));
            return Optional.of(json);
        } catch (Json.Malformed e) {
            found.add(new Violation(Kind.MALFORMED, "", "not JSON: " + e.getMessage()));
            return Optional.empty();
        }
    }

    /** A schema of the document needs the document's components around it for its references. */
    private Schema schema(JsonNode schema) {
        return compiled.computeIfAbsent(schema, node -> {
            ObjectNode self = JsonNodeFactory.instance.objectNode();
            self.putArray("allOf").add(node);
            self.set("components", contract.document().get("components"));
            return registry.getSchema(self);
        });
    }

    /** Where: the object for its unknown properties, the property itself where it is missing. */
    private static String path(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String path = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
        if (error.getProperty() == null) {
            return path;
        }
        return path.isEmpty() ? error.getProperty() : path + '.' + error.getProperty();
    }
}

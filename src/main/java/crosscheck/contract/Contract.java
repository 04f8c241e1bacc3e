package crosscheck.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The API under test as its OpenAPI 3.1 document says it: a new operation there needs no code here. */
public final class Contract {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode document;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, JsonNode> definitions = new LinkedHashMap<>();

    public Contract(JsonNode document) {
        this.document = document;
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> add(path.getKey(), path.getValue(), method.getKey(), method.getValue())));
    }

    /** Read once: reading takes longer than judging a small run. */
    private static final class Strategy {
        static final Contract CONTRACT = read("/contract/openapi.yaml");
    }

    /** The contract of the dialect {@code strategy}. */
    public static Contract load() {
        return Strategy.CONTRACT;
    }

    private static Contract read(String resource) {
        try (InputStream in = Contract.class.getResourceAsStream(resource)) {
            return new Contract(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Collection<Operation> operations() {
        return operations.values();
    }

    /** @throws IllegalArgumentException if the document has no such operation */
    public Operation operation(String id) {
        Operation operation = operations.get(id);
        if (operation == null) {
            throw new IllegalArgumentException("no operation " + id + "; there are " + operations.keySet());
        }
        return operation;
    }

    /** The statuses that the document gives the operation, ascending. */
    public List<Integer> statuses(String operation) {
        List<Integer> statuses = new ArrayList<>();
        definition(operation).path("responses").fieldNames().forEachRemaining(s -> statuses.add(Integer.valueOf(s)));
        return statuses.stream().sorted().toList();
    }

    /** Whether all that a request of this operation changes is committed in one transaction. */
    public boolean isOneTransaction(String operation) {
        return definition(operation).path("x-one-transaction").asBoolean();
    }

    /** What an answer of this operation with this status must be; empty if the contract has no such status. */
    public Optional<ResponseSpec> response(String operation, int status) {
        JsonNode response = definition(operation).path("responses").path(Integer.toString(status));
        return response.isMissingNode() ? Optional.empty() : Optional.of(responseOf(resolve(response)));
    }

    /** What answers a path that the contract does not have (404), or has with other methods only (405). */
    public Optional<ResponseSpec> routeRefusal(int status) {
        String name = status == 404 ? "NoSuchRoute" : status == 405 ? "MethodNotAllowed" : "";
        return Optional.ofNullable(document.at("/components/responses").get(name))
                .map(this::responseOf);
    }

    /** The schema of the operation's JSON body; empty if it takes none. */
    public Optional<JsonNode> requestSchema(String operation) {
        JsonNode body = resolve(definition(operation).path("requestBody"));
        return Optional.ofNullable(body.path("content").path("application/json").get("schema"));
    }

    /** The schema of each parameter by name. */
    public Map<String, JsonNode> parameterSchemas(String operation) {
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        definition(operation).path("parameters").forEach(p -> {
            JsonNode parameter = resolve(p);
            schemas.put(parameter.path("name").asText(), parameter.path("schema"));
        });
        return schemas;
    }

    /** Topics, each with the operation that causes its messages and the schema of their payload. */
    public Map<String, Topic> topics() {
        Map<String, Topic> topics = new LinkedHashMap<>();
        document.path("x-messages")
                .properties()
                .forEach(topic -> topics.put(
                        topic.getKey(),
                        new Topic(
                                topic.getKey(),
                                topic.getValue().path("x-caused-by").asText(),
                                topic.getValue().path("payload"))));
        return topics;
    }

    /** Tables of the database that both implementations share, by name. */
    public Map<String, Table> tables() {
        Map<String, Table> tables = new LinkedHashMap<>();
        document.path("x-tables").properties().forEach(table -> {
            List<String> key = new ArrayList<>();
            table.getValue().path("key").forEach(column -> key.add(column.asText()));
            tables.put(
                    table.getKey(),
                    new Table(table.getKey(), List.copyOf(key), table.getValue().path("row")));
        });
        return tables;
    }

    /** The node itself, or what its {@code $ref} stands for. */
    public JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        while (current.has("$ref")) {
            current = document.at(current.get("$ref").asText().substring(1));
        }
        return current;
    }

    JsonNode document() {
        return document;
    }

    /** @param payload schema, {@code $ref}s not yet followed */
    public record Topic(String name, String causedBy, JsonNode payload) {}

    /** @param row schema of a row as a JSON object, {@code $ref}s not yet followed */
    public record Table(String name, List<String> key, JsonNode row) {}

    private JsonNode definition(String operation) {
        operation(operation);
        return definitions.get(operation);
    }

    private void add(String path, JsonNode item, String method, JsonNode node) {
        String id = node.path("operationId").asText();
        ObjectNode definition = node.deepCopy();
        definition.putArray("parameters").addAll(list(item.path("parameters"))).addAll(list(node.path("parameters")));
        List<Operation.Parameter> parameters = new ArrayList<>();
        for (JsonNode p : definition.path("parameters")) {
            JsonNode parameter = resolve(p);
            parameters.add(new Operation.Parameter(
                    parameter.path("name").asText(),
                    Operation.Place.valueOf(parameter.path("in").asText().toUpperCase(Locale.ROOT)),
                    parameter.path("required").asBoolean()));
        }
        definitions.put(id, definition);
        operations.put(
                id,
                new Operation(
                        id,
                        Service.valueOf(node.path("x-service").asText().toUpperCase(Locale.ROOT)),
                        method.toUpperCase(Locale.ROOT),
                        path,
                        List.copyOf(parameters),
                        mediaType(resolve(node.path("requestBody"))).orElse(null)));
    }

    private ResponseSpec responseOf(JsonNode response) {
        List<ResponseSpec.Header> headers = new ArrayList<>();
        response.path("headers").properties().forEach(entry -> {
            JsonNode header = resolve(entry.getValue());
            headers.add(new ResponseSpec.Header(
                    entry.getKey(),
                    header.path("required").asBoolean(),
                    header.path("x-required-with").asText(null),
                    header.path("schema")));
        });
        Map<String, String> mints = new LinkedHashMap<>();
        response.path("x-mints")
                .properties()
                .forEach(mint -> mints.put(mint.getKey(), mint.getValue().asText()));
        List<String> codes = new ArrayList<>();
        response.path("x-error-codes").forEach(code -> codes.add(code.asText()));
        Optional<String> mediaType = mediaType(response);
        Optional<JsonNode> schema =
                mediaType.map(type -> response.path("content").path(type).get("schema"));
        return new ResponseSpec(mediaType, schema, List.copyOf(headers), List.copyOf(codes), Map.copyOf(mints));
    }

    private static Optional<String> mediaType(JsonNode withContent) {
        Iterator<String> types = withContent.path("content").fieldNames();
        return types.hasNext() ? Optional.of(types.next()) : Optional.empty();
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}

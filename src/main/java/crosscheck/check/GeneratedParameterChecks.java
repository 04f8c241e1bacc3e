package crosscheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import crosscheck.contract.Contract;
import crosscheck.contract.Operation;
import crosscheck.contract.Operation.Parameter;
import crosscheck.contract.Operation.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Parameters right and wrong for every operation, from their schemas in the document. */
final class GeneratedParameterChecks implements Area {
    private static final int UNAVAILABLE = 503;

    private final Contract contract;
    private final Requests requests;
    private final Given given;

    GeneratedParameterChecks(Contract contract, Requests requests, Given given) {
        this.contract = contract;
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return contract.operations().stream().flatMap(operation -> operation.parameters().stream()
                .map(parameter -> chain(operation, parameter))
                .filter(chain ->
                        chain.steps().stream().anyMatch(step -> step.name().startsWith("is-"))));
    }

    private Chain chain(Operation operation, Parameter parameter) {
        JsonNode schema =
                contract.resolve(contract.parameterSchemas(operation.id()).get(parameter.name()));
        Ground ground = Ground.of(contract, requests, given, operation);
        List<Send> sends = new ArrayList<>();
        values(operation, parameter, schema)
                .forEach((what, value) -> sends.add(send(operation, ground, "is-" + what, parameter, value)));
        return Chain.of("api.parity", "generated/" + operation.id() + "/" + parameter.name() + "-parameter")
                .then(ground.steps())
                .then(sends);
    }

    private Map<String, String> values(Operation operation, Parameter parameter, JsonNode schema) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean integer = schema.path("type").asText().equals("integer");
        boolean identifies = schema.path("pattern").asText().contains("[0-9a-f]{12}");
        if (integer) {
            values.put("text", "abc");
            values.put("fraction", "1.5");
            values.put(
                    "below",
                    schema.path("minimum")
                            .decimalValue()
                            .subtract(BigDecimal.ONE)
                            .toPlainString());
            if (schema.has("maximum")) {
                values.put(
                        "above",
                        schema.get("maximum").decimalValue().add(BigDecimal.ONE).toPlainString());
            }
        }
        if (identifies) {
            values.put("text", "abc");
            values.put("number", "1");
            values.put("upper-case", "ABCDEF00-0000-4000-8000-000000000000");
            values.put("short", Given.NO_UUID.substring(1));
            values.put("long", Given.NO_UUID + "0");
        }
        if (schema.has("enum")) {
            values.put("unknown", "unknown");
        }
        if (schema.has("maxLength")) {
            values.put("too-long", "x".repeat(schema.get("maxLength").asInt() + 1));
        }
        if (parameter.place() == Place.PATH
                && schema.has("pattern")
                && !identifies
                && !"a b".matches(schema.get("pattern").asText())) {
            values.put("no-match", "a b");
        }
        if (parameter.place() == Place.QUERY && readsDatabase(operation)) {
            values.put("empty", "");
            if (integer) {
                values.put("least", schema.path("minimum").asText());
                if (schema.has("maximum")) {
                    values.put("most", schema.get("maximum").asText());
                }
            } else {
                schema.path("enum").forEach(value -> values.put("value-" + value.asText(), value.asText()));
                if (!schema.has("enum") && !identifies) {
                    values.put("no-such", Given.UNKNOWN);
                }
            }
        }
        return values;
    }

    /** Other lists hold what a process has seen so far, which no reset takes back. */
    private boolean readsDatabase(Operation operation) {
        return contract.statuses(operation.id()).contains(UNAVAILABLE);
    }

    private Send send(Operation operation, Ground ground, String step, Parameter parameter, String value) {
        Call call = ground.call(operation).with(parameter.name(), value);
        if (operation.requestMediaType() != null) {
            boolean json = contract.requestSchema(operation.id()).isPresent();
            call = call.body(json ? ground.body().bytes() : new byte[1]);
        }
        return requests.send(step, call);
    }
}

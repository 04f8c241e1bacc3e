package crosscheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Call;
import crosscheck.contract.Contract;
import crosscheck.contract.Operation;
import crosscheck.contract.ResponseSpec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operation needs before it can succeed, as far as the document tells: the things that its ids and names stand for.
 *
 * <p>An id of a kind is made by the operation that mints this kind; a name in a path by a {@code POST} to the path before it.
 *
 * @param steps that make them, each once
 * @param parameters of the operation, those that are required
 * @param body the smallest valid one; {@link Body#EMPTY} where the operation takes none
 */
record Ground(List<Step> steps, Map<String, String> parameters, Body body) {

    static Ground of(Contract contract, Requests requests, Given given, Operation operation) {
        Search search = new Search(contract, requests);
        Map<String, JsonNode> schemas = contract.parameterSchemas(operation.id());
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.required()) {
                JsonNode schema = contract.resolve(schemas.get(parameter.name()));
                parameters.put(parameter.name(), search.value(operation, parameter, schema));
            }
        }
        Body body = contract.requestSchema(operation.id()).map(search::body).orElse(Body.EMPTY);
        if (body.fields().containsKey("codebase") || search.needsCodebase) {
            search.steps.add(given.codebase());
        }
        return new Ground(search.inOrder(), parameters, body);
    }

    Call call(Operation operation) {
        Call call = Call.of(operation.id());
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            call = call.with(parameter.getKey(), parameter.getValue());
        }
        return call;
    }

    private static final class Search {
        private final Contract contract;
        private final Requests requests;
        private final Set<Step> steps = new LinkedHashSet<>();
        private final Map<String, String> made = new LinkedHashMap<>();
        private boolean needsCodebase;

        Search(Contract contract, Requests requests) {
            this.contract = contract;
            this.requests = requests;
        }

        /** The codebase first, since others refer to it. */
        List<Step> inOrder() {
            return steps.stream()
                    .sorted((one, other) -> Boolean.compare(
                            other.name().equals("codebase"), one.name().equals("codebase")))
                    .toList();
        }

        String value(Operation operation, Operation.Parameter parameter, JsonNode schema) {
            String sample = Samples.text(schema);
            if (schema.has("x-id")) {
                return minted(schema.get("x-id").asText()).orElse(sample);
            }
            String collection = operation.path().split("/\\{" + parameter.name() + "}")[0];
            contract.operations().stream()
                    .filter(one -> one.method().equals("POST") && one.path().equals(collection))
                    .findFirst()
                    .ifPresent(maker -> steps.add(requests.send(
                            "made-" + parameter.name(),
                            Call.of(maker.id()),
                            Samples.body(
                                    contract, contract.requestSchema(maker.id()).orElseThrow()))));
            return sample;
        }

        Body body(JsonNode schema) {
            Body body = Samples.body(contract, schema);
            for (String field : List.copyOf(body.fields().keySet())) {
                JsonNode type =
                        Samples.resolved(contract, contract.resolve(schema).at("/properties/" + field));
                if (type.has("x-id")) {
                    Optional<String> id = minted(type.get("x-id").asText());
                    body = id.isPresent() ? body.text(field, id.get()) : body;
                }
            }
            return body;
        }

        /** Where the id is of something of this kind that was made. */
        private Optional<String> minted(String kind) {
            if (made.containsKey(kind)) {
                return Optional.of(made.get(kind));
            }
            for (Operation maker : contract.operations()) {
                for (int status : contract.statuses(maker.id())) {
                    String pointer = contract.response(maker.id(), status)
                            .map(ResponseSpec::mints)
                            .map(mints -> mints.get(kind))
                            .orElse(null);
                    if (pointer != null && contract.requestSchema(maker.id()).isPresent()) {
                        Body body = Samples.body(
                                contract, contract.requestSchema(maker.id()).orElseThrow());
                        needsCodebase |= body.fields().containsKey("codebase");
                        steps.add(requests.send("made-" + kind, Call.of(maker.id()), body));
                        made.put(kind, "${made-" + kind + "#" + pointer + "}");
                        return Optional.of(made.get(kind));
                    }
                }
            }
            return Optional.empty();
        }
    }
}

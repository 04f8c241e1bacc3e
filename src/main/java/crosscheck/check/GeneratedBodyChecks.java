package crosscheck.check;

import static crosscheck.check.Requests.CONTENT_TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.check.Step.Send;
import crosscheck.contract.Contract;
import crosscheck.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Bodies right and wrong for every operation that takes JSON, from its schema in the document. */
final class GeneratedBodyChecks implements Area {
    private final Contract contract;
    private final Requests requests;
    private final Given given;

    GeneratedBodyChecks(Contract contract, Requests requests, Given given) {
        this.contract = contract;
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return contract.operations().stream()
                .filter(operation -> contract.requestSchema(operation.id()).isPresent())
                .flatMap(operation -> Stream.concat(Stream.of(refusals(operation)), fields(operation)));
    }

    /** What every operation refuses before it looks for anything: nothing has to be there. */
    private Chain refusals(Operation operation) {
        Ground ground = Ground.of(contract, requests, given, operation);
        Send valid = Requests.at(
                requests.send("valid", ground.call(operation), ground.body()), Samples.path(contract, operation));
        return generated(operation, "refusals")
                .core()
                .then(
                        Requests.withJson(Requests.named(valid, "malformed"), "{"),
                        Requests.bare(Requests.named(valid, "absent")),
                        Requests.without(Requests.named(valid, "no-media-type"), CONTENT_TYPE),
                        Requests.with(Requests.named(valid, "other-media-type"), CONTENT_TYPE, "text/plain"),
                        Requests.with(
                                Requests.named(valid, "other-charset"),
                                CONTENT_TYPE,
                                "application/json; charset=iso-8859-1"),
                        Requests.withBody(
                                Requests.named(valid, "too-large"),
                                BodyChecks.padded(Body.EMPTY, BodyChecks.LIMIT + 1)),
                        Requests.withJson(Requests.named(valid, "array"), "[]"),
                        Requests.withJson(Requests.named(valid, "text"), "\"{}\""),
                        Requests.withJson(Requests.named(valid, "null"), "null"));
    }

    private Stream<Chain> fields(Operation operation) {
        JsonNode schema =
                contract.resolve(contract.requestSchema(operation.id()).orElseThrow());
        Ground ground = Ground.of(contract, requests, given, operation);
        Stream<Chain> whole = Stream.of(
                generated(operation, "smallest")
                        .then(ground.steps())
                        .then(send(operation, ground, "send", ground.body())),
                generated(operation, "unknown-field")
                        .then(ground.steps())
                        .then(send(operation, ground, "send", ground.body().json("unknown", "{\"a\": [1]}"))),
                missing(operation, ground, schema));
        return Stream.concat(
                whole.filter(chain -> chain.steps().size() > ground.steps().size()),
                schema.path("properties").properties().stream()
                        .flatMap(field -> field(operation, ground, field.getKey(), field.getValue())));
    }

    private Chain missing(Operation operation, Ground ground, JsonNode schema) {
        Chain chain = generated(operation, "missing").then(ground.steps());
        for (JsonNode field : schema.path("required")) {
            chain = chain.then(send(
                    operation,
                    ground,
                    "without-" + field.asText(),
                    ground.body().without(field.asText())));
        }
        return chain;
    }

    /** What is refused changes nothing, so one after the other; what is accepted each for itself. */
    private Stream<Chain> field(Operation operation, Ground ground, String field, JsonNode type) {
        Variants variants = Variants.of(contract, type);
        Chain refused = generated(operation, field + "/refused")
                .then(ground.steps())
                .then(variants.refused().entrySet().stream()
                        .map(wrong -> send(
                                operation, ground, wrong.getKey(), ground.body().json(field, wrong.getValue())))
                        .toList());
        Stream<Chain> accepted = variants.accepted().entrySet().stream()
                .map(right -> generated(operation, field + "/" + right.getKey())
                        .then(ground.steps())
                        .then(send(operation, ground, "send", ground.body().json(field, right.getValue()))));
        return Stream.concat(Stream.of(refused), accepted);
    }

    private Send send(Operation operation, Ground ground, String step, Body body) {
        return requests.send(step, ground.call(operation).body(body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Chain generated(Operation operation, String id) {
        return Chain.of("api.parity", "generated/" + operation.id() + "/" + id);
    }
}

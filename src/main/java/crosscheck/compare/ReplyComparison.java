package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.compare.Difference.Kind;
import crosscheck.contract.Contract;
import crosscheck.contract.Reply;
import crosscheck.contract.ResponseSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two answers to the same request: status, the headers that are contract, body; and bytes, where all else is equal. */
public final class ReplyComparison {
    private final Contract contract;
    private final HeaderComparison headers;

    public ReplyComparison(Contract contract) {
        this.contract = contract;
        this.headers = new HeaderComparison(contract);
    }

    /**
     * Every difference. Answers of different classes (a success and a refusal) have nothing more to compare than the status.
     *
     * @param minted what the chain handed out so far; learns what this exchange did
     */
    public List<Difference> compare(Exchange exchange, Minted minted) {
        Reply python = exchange.python();
        Reply rust = exchange.rust();
        minted.times().step(exchange.pythonWindow(), exchange.rustWindow());
        List<Difference> found = new ArrayList<>();
        if (python.status() != rust.status()) {
            found.add(difference(Kind.STATUS, "", "" + python.status(), "" + rust.status(), "statuses are equal"));
        }
        if (python.status() / 100 != rust.status() / 100) {
            return found;
        }
        Optional<ResponseSpec> promised = exchange.operation().isEmpty()
                ? contract.routeRefusal(python.status())
                : contract.response(exchange.operation(), python.status());
        Body p = Body.of(python, promised);
        Body r = Body.of(rust, promised);
        if (p.json() != null && r.json() != null) {
            promised.ifPresent(
                    spec -> found.addAll(learn(spec, p.json().root(), r.json().root(), minted)));
        }
        found.addAll(headers.differences(promised, python, rust, minted));
        found.addAll(bodies(promised, p, r, minted));
        if (found.isEmpty() && p.json() != null) {
            found.addAll(Spelling.differences(p.bytes(), r.bytes()));
        }
        return found;
    }

    /** Learns the ids that the exchange handed out; one that was handed out before is a difference. */
    private static List<Difference> learn(ResponseSpec spec, JsonNode python, JsonNode rust, Minted minted) {
        List<Difference> found = new ArrayList<>();
        spec.mints().forEach((kind, pointer) -> {
            JsonNode p = python.at(pointer);
            JsonNode r = rust.at(pointer);
            boolean ids = p.isValueNode() && p.getNodeType() == r.getNodeType();
            if (ids && !minted.ids().learn(kind, p.asText(), r.asText())) {
                found.add(difference(
                        Kind.VALUE, pointer.substring(1), p.toString(), r.toString(), "an id is handed out once"));
            }
        });
        return found;
    }

    private List<Difference> bodies(Optional<ResponseSpec> promised, Body python, Body rust, Minted minted) {
        Shape shape = promised.flatMap(ResponseSpec::schema)
                .map(schema -> Shape.of(schema, contract))
                .orElse(Shape.EXACT);
        return Body.differences(python, rust, shape, minted).stream()
                .map(ReplyComparison::asErrorCode)
                .toList();
    }

    private static Difference asErrorCode(Difference found) {
        return found.path().equals("error.code") && found.kind() == Kind.VALUE
                ? difference(Kind.ERROR_CODE, found.path(), found.python(), found.rust(), "error codes are equal")
                : found;
    }

    private static Difference difference(Kind kind, String path, String python, String rust, String rule) {
        return new Difference(kind, path, path, python, rust, rule);
    }
}

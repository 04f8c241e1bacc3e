package crosscheck.check;

import static crosscheck.check.Requests.outside;

import crosscheck.contract.Call;
import crosscheck.contract.Contract;
import crosscheck.contract.Operation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Paths and methods that the contract does not have; follows from the document. */
final class RouteChecks implements Area {
    private static final Set<String> METHODS = new TreeSet<>(Set.of("GET", "PUT", "POST", "PATCH", "DELETE"));

    private final Contract contract;
    private final Requests requests;

    RouteChecks(Contract contract, Requests requests) {
        this.contract = contract;
        this.requests = requests;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.concat(
                Stream.of(
                        rule("health").core().then(requests.send("health", Call.of("health"))),
                        rule("no-such-route")
                                .core()
                                .then(
                                        outside("root", "GET", "/"),
                                        outside("outside", "GET", "/health"),
                                        outside("api", "GET", "/api"),
                                        outside("unknown", "GET", "/api/unknown"),
                                        outside("below", "GET", "/api/health/more"),
                                        outside("capital", "GET", "/api/Health"),
                                        outside("post", "POST", "/api/unknown"),
                                        outside("delete", "DELETE", "/api/queue/1/unknown")),
                        rule("literal-route-wins")
                                .core()
                                .then(
                                        outside("next", "DELETE", "/api/queue/next"),
                                        outside("rejected", "POST", "/api/messages/rejected"))),
                otherMethods());
    }

    /** Each path with each method that it does not have. */
    private Stream<Chain> otherMethods() {
        Map<String, Set<String>> methods = new TreeMap<>();
        Map<String, Operation> one = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            methods.computeIfAbsent(operation.path(), path -> new TreeSet<>()).add(operation.method());
            one.putIfAbsent(operation.path(), operation);
        }
        return methods.entrySet().stream().map(path -> {
            Operation operation = one.get(path.getKey());
            Chain chain = rule("method-not-allowed" + path.getKey());
            for (String method : METHODS) {
                if (!path.getValue().contains(method)) {
                    chain = chain.then(Requests.served(
                            operation.service(),
                            outside(method.toLowerCase(Locale.ROOT), method, Samples.path(contract, operation))));
                }
            }
            return chain;
        });
    }

    private static Chain rule(String id) {
        return Chain.of("api.parity", "rule/" + id);
    }
}

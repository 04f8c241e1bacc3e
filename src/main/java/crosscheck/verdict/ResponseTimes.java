package crosscheck.verdict;

import crosscheck.contract.Implementation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Response times of both sides, operation by operation, block by block. An operation is taken from one scenario only, the
 * first open one that sends it, else the first: times under different loads do not mix.
 *
 * @param scenario by operation, where its times are taken from
 */
record ResponseTimes(Evidence evidence, List<BlockPair> pairs, Map<String, String> scenario) {
    private static final Map<String, List<String>> OPERATIONS = Map.of(
            "queue-assignment", List.of("assign"),
            "result-submission", List.of("submit-result"),
            "worker-journey", List.of("assign", "set-item-status", "put-artifact", "submit-result"));

    /** One operation in one pair of blocks. */
    record Pair(RequestFigures python, RequestFigures rust) {}

    static ResponseTimes of(Evidence evidence) {
        List<String> openFirst = new ArrayList<>(evidence.scenarios());
        openFirst.sort((a, b) -> Boolean.compare(closed(evidence, a), closed(evidence, b)));
        Map<String, String> scenario = new LinkedHashMap<>();
        for (String name : openFirst) {
            OPERATIONS.getOrDefault(name, List.of()).forEach(operation -> scenario.putIfAbsent(operation, name));
        }
        return new ResponseTimes(evidence, BlockPair.of(evidence), scenario);
    }

    /** The pairs in which both sides got requests of the operation. */
    List<Pair> pairs(String operation) {
        return pairs.stream().flatMap(pair -> pair(operation, pair)).toList();
    }

    private Stream<Pair> pair(String operation, BlockPair pair) {
        RequestFigures python = figures(operation, pair.python());
        RequestFigures rust = figures(operation, pair.rust());
        return python == null || rust == null ? Stream.empty() : Stream.of(new Pair(python, rust));
    }

    private RequestFigures figures(String operation, PhaseFigures phase) {
        return phase.scenarios().getOrDefault(scenario.get(operation), Map.of()).get(operation);
    }

    private static boolean closed(Evidence evidence, String scenario) {
        return Stream.of(Implementation.values())
                .allMatch(side -> evidence.targetRate(side, scenario).isEmpty());
    }
}

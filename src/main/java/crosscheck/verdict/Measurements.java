package crosscheck.verdict;

import crosscheck.contract.Implementation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sums the phases of a side up for those who read the result. */
final class Measurements {
    private Measurements() {}

    static List<Measurement> of(Evidence evidence) {
        return evidence.implementations().stream()
                .flatMap(side -> evidence.scenarios().stream().flatMap(scenario -> of(evidence, side, scenario)))
                .toList();
    }

    private static Stream<Measurement> of(Evidence evidence, Implementation side, String scenario) {
        Map<String, RequestFigures> operations = new TreeMap<>();
        evidence.phases(side, scenario).forEach(phase -> phase.scenarios()
                .getOrDefault(scenario, Map.of())
                .forEach((operation, figures) -> operations
                        .computeIfAbsent(operation, o -> new RequestFigures())
                        .add(figures)));
        CompletionRate rate = evidence.phases(side, scenario)
                .map(phase -> phase.rate(scenario))
                .reduce(CompletionRate.NONE, CompletionRate::plus);
        Measurement whole = measurement(
                side,
                scenario,
                "",
                RequestFigures.sum(operations.values()),
                rate.seconds() == 0 ? null : rate.perSecond(),
                evidence.targetRate(side, scenario).orElse(null));
        Stream<Measurement> each = operations.entrySet().stream()
                .filter(operation -> operations.size() > 1)
                .map(operation -> measurement(side, scenario, operation.getKey(), operation.getValue(), null, null));
        return Stream.concat(Stream.of(whole), each);
    }

    private static Measurement measurement(
            Implementation side,
            String scenario,
            String operation,
            RequestFigures figures,
            Double rate,
            Double target) {
        return new Measurement(
                side,
                scenario,
                operation,
                figures.requests(),
                figures.outcomes(),
                figures.falseEmpties(),
                figures.errors(),
                figures.response(),
                figures.latency(),
                rate,
                target,
                figures.seconds());
    }
}

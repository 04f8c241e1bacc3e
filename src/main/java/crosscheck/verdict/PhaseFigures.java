package crosscheck.verdict;

import crosscheck.consistency.Check;
import crosscheck.observation.Outcome;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RequestRecord;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * One judged phase in figures.
 *
 * @param planned what was asked of it
 * @param ran when it ran; {@code null} where it did not run to its end
 * @param scenarios figures by scenario, then by operation
 * @param rates completion rates by scenario
 * @param checks what the invariants came to
 */
record PhaseFigures(
        PlannedPhase planned,
        Phase ran,
        Map<String, Map<String, RequestFigures>> scenarios,
        Map<String, CompletionRate> rates,
        List<Check> checks) {
    /** A side that answers less than half of what it is asked is not under that load. */
    private static final double MOST_ERRORS = 0.5;

    static PhaseFigures of(PlannedPhase planned, Phase ran, List<RequestRecord> requests, List<Check> checks) {
        Set<RequestRecord> falseEmpties = checks.stream()
                .flatMap(check -> check.violations().stream())
                .flatMap(violation -> violation.requests().stream())
                .filter(request -> request.outcome() == Outcome.EMPTY)
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
        Map<String, Map<String, RequestFigures>> scenarios = new TreeMap<>();
        Map<String, LongStream.Builder> completed = new TreeMap<>();
        for (RequestRecord request : requests) {
            scenarios
                    .computeIfAbsent(request.scenario(), scenario -> new TreeMap<>())
                    .computeIfAbsent(request.operation(), operation -> new RequestFigures())
                    .add(request, falseEmpties.contains(request));
            if (request.outcome() == Outcome.SUCCESS) {
                completed
                        .computeIfAbsent(request.scenario(), scenario -> LongStream.builder())
                        .accept(request.doneMicros());
            }
        }
        Map<String, CompletionRate> rates = new TreeMap<>();
        completed.forEach((scenario, times) ->
                rates.put(scenario, CompletionRate.of(times.build().toArray())));
        return new PhaseFigures(planned, ran, scenarios, rates, checks);
    }

    boolean drives(String scenario) {
        return planned.loads().stream().anyMatch(load -> load.scenario().equals(scenario));
    }

    /** All operations of a scenario together. */
    RequestFigures scenario(String scenario) {
        return RequestFigures.sum(scenarios.getOrDefault(scenario, Map.of()).values());
    }

    /**
     * Says so where a load that was planned was none.
     *
     * @param share of the planned arrivals that have to come
     */
    Optional<String> unloaded(Phase.Load load, double share) {
        RequestFigures figures = scenario(load.scenario());
        double arrivals = load.rate() * load.seconds();
        String where = load.scenario() + " in phase " + planned.index() + " (" + planned.implementation() + ")";
        if (figures.successes() == 0) {
            return Optional.of("no request of " + where + " succeeded");
        }
        if (figures.errors() > MOST_ERRORS * figures.requests()) {
            return Optional.of("%d of %d requests of %s were not answered as promised"
                    .formatted(figures.errors(), figures.requests(), where));
        }
        return figures.requests() < share * arrivals
                ? Optional.of("%d of %.0f planned arrivals of %s came".formatted(figures.requests(), arrivals, where))
                : Optional.empty();
    }

    CompletionRate rate(String scenario) {
        return rates.getOrDefault(scenario, CompletionRate.NONE);
    }
}

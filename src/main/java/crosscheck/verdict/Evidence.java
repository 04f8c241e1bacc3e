package crosscheck.verdict;

import crosscheck.capacity.Limits;
import crosscheck.capacity.Played;
import crosscheck.configuration.Thresholds;
import crosscheck.consistency.Check;
import crosscheck.consistency.History;
import crosscheck.consistency.Invariants;
import crosscheck.contract.Implementation;
import crosscheck.observation.Event;
import crosscheck.observation.HarnessSample;
import crosscheck.observation.JsonLines;
import crosscheck.observation.Phase;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.QueueCount;
import crosscheck.observation.RequestReader;
import crosscheck.observation.ResourceSample;
import crosscheck.observation.RunFolder;
import crosscheck.observation.StoredResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a run observed, in figures.
 *
 * @param thresholds the limits to judge by, which need not be those of the plan
 * @param phases the judged phases in the order of the plan, those that did not run included
 * @param capacity the phases of the search for capacity that ran to their end, in their order
 */
record Evidence(
        Plan plan,
        Thresholds thresholds,
        List<PhaseFigures> phases,
        List<CapacityPhase> capacity,
        List<ResourceSample> resources,
        List<HarnessSample> harness,
        List<Event> events) {

    static Evidence read(RunFolder folder, Plan plan, Thresholds thresholds) {
        RequestReader.checkFormat(folder.requests());
        Map<Integer, Phase> ran = JsonLines.read(folder.phases(), Phase.class).stream()
                .collect(Collectors.toMap(Phase::index, Function.identity()));
        Map<Integer, QueueCount> queues = JsonLines.read(folder.queueCounts(), QueueCount.class).stream()
                .collect(Collectors.toMap(QueueCount::phase, Function.identity()));
        Map<Integer, List<StoredResult>> results = JsonLines.read(folder.storedResults(), StoredResult.class).stream()
                .collect(Collectors.groupingBy(StoredResult::phase));
        List<PhaseFigures> phases = new ArrayList<>();
        List<CapacityPhase> capacity = new ArrayList<>();
        for (PlannedPhase planned : plan.phases()) {
            phases.add(PhaseFigures.of(planned, ran.get(planned.index()), List.of(), List.of()));
        }
        try (PhaseMessages messages = PhaseMessages.of(folder, ran.values())) {
            RequestReader.forEachPhase(folder.requests(), requests -> {
                int index = requests.get(0).phase();
                Phase.Kind kind = kind(index, plan, ran);
                if (kind == null || kind == Phase.Kind.WARM_UP) {
                    return;
                }
                List<Check> checks = kind == Phase.Kind.GENERATOR
                        ? List.of()
                        : Invariants.check(new History(
                                requests,
                                queues.get(index),
                                results.getOrDefault(index, List.of()),
                                messages.of(ran.get(index))));
                if (index < plan.phases().size()) {
                    phases.set(index, PhaseFigures.of(plan.phases().get(index), ran.get(index), requests, checks));
                } else {
                    Limits limits = Limits.of(thresholds, plan.capacity());
                    Phase phase = ran.get(index);
                    capacity.add(new CapacityPhase(phase, Played.of(phase, requests, limits), checks));
                }
            });
        }
        phases.removeIf(phase -> phase.planned().kind() == Phase.Kind.WARM_UP);
        return new Evidence(
                plan,
                thresholds,
                List.copyOf(phases),
                List.copyOf(capacity),
                JsonLines.read(folder.resources(), ResourceSample.class),
                JsonLines.read(folder.harness(), HarnessSample.class),
                JsonLines.read(folder.events(), Event.class));
    }

    /** What a phase was for; {@code null} of one that was not planned beforehand and did not run to its end. */
    private static Phase.Kind kind(int index, Plan plan, Map<Integer, Phase> ran) {
        if (index < plan.phases().size()) {
            return plan.phases().get(index).kind();
        }
        return plan.capacity() != null && ran.containsKey(index)
                ? ran.get(index).kind()
                : null;
    }

    /** The sides whose load the plan drives, python first. */
    List<Implementation> implementations() {
        return Stream.of(Implementation.values())
                .filter(side -> phases(side).findAny().isPresent())
                .toList();
    }

    /** Judged scenarios in the order of the plan. */
    List<String> scenarios() {
        return phases.stream()
                .flatMap(phase -> phase.planned().loads().stream())
                .map(Phase.Load::scenario)
                .distinct()
                .toList();
    }

    /** The sides that are driven at all, python first. */
    List<Implementation> driven() {
        return plan.capacity() == null ? implementations() : List.of(Implementation.values());
    }

    Stream<CapacityPhase> capacity(Implementation side) {
        return capacity.stream().filter(phase -> phase.phase().implementation() == side);
    }

    /** What the invariants came to in every phase that drove this side. */
    Stream<Check> checks(Implementation side) {
        return Stream.concat(
                phases(side).flatMap(phase -> phase.checks().stream()),
                capacity(side).flatMap(phase -> phase.checks().stream()));
    }

    Stream<PhaseFigures> phases(Implementation side) {
        return phases.stream().filter(phase -> phase.planned().implementation() == side);
    }

    Stream<PhaseFigures> phases(Implementation side, String scenario) {
        return phases(side).filter(phase -> phase.drives(scenario));
    }

    /** All requests of one side and scenario. */
    RequestFigures figures(Implementation side, String scenario) {
        return RequestFigures.sum(
                phases(side, scenario).map(phase -> phase.scenario(scenario)).toList());
    }

    /** Planned arrivals a second, absent for a closed scenario. */
    Optional<Double> targetRate(Implementation side, String scenario) {
        return phases(side, scenario)
                .flatMap(phase -> phase.planned().loads().stream())
                .filter(load -> load.scenario().equals(scenario) && load.rate() > 0)
                .map(Phase.Load::rate)
                .findFirst();
    }

    /** What one side held while the given phase drove it. */
    List<ResourceSample> resources(PhaseFigures phase) {
        return resources.stream()
                .filter(sample -> sample.implementation() == phase.planned().implementation())
                .filter(sample -> phase.ran() != null
                        && sample.atMicros() >= phase.ran().startMicros()
                        && sample.atMicros() <= phase.ran().endMicros())
                .toList();
    }

    /** Says so where a side was not put under the load that was planned, whoever was at fault. */
    Optional<String> unloaded(Implementation side) {
        double share = 1 - thresholds.run().lateShare();
        return phases(side)
                .filter(phase -> phase.ran() != null)
                .flatMap(
                        phase -> phase.planned().loads().stream().flatMap(load -> phase.unloaded(load, share).stream()))
                .findFirst();
    }

    /** The same of either side. */
    Optional<String> unloaded() {
        return implementations().stream()
                .flatMap(side -> unloaded(side).stream())
                .findFirst();
    }

    /** Says so where some of these phases did not run to their end. */
    static Optional<String> unfinished(Stream<PhaseFigures> phases) {
        List<PhaseFigures> all = phases.toList();
        long ran = all.stream().filter(phase -> phase.ran() != null).count();
        return ran == all.size()
                ? Optional.empty()
                : Optional.of(ran + " of " + all.size() + " planned phases ran to their end");
    }
}

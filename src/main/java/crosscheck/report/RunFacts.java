package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.Plan;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where and with what a run was made.
 *
 * @param name of the run folder
 * @param standIns sides that were played by embedded stand-ins
 * @param sameOnBothSides the implementation that played both sides, if one did
 * @param host the generator's machine
 * @param targets what was driven, a side each
 * @param topology services with those that each needs
 * @param command what makes the run again
 */
public record RunFacts(
        String name,
        String simulation,
        String profile,
        String started,
        String duration,
        List<Implementation> standIns,
        Optional<Implementation> sameOnBothSides,
        Map<String, String> host,
        Map<String, Map<String, String>> targets,
        Map<String, List<String>> topology,
        String command) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    static RunFacts of(String name, Evidence evidence) {
        return evidence.plan()
                .map(plan -> of(name, plan, evidence.seconds()))
                .orElseGet(() -> new RunFacts(
                        name, "", "", "", "", List.of(), Optional.empty(), Map.of(), Map.of(), Map.of(), ""));
    }

    private static RunFacts of(String name, Plan plan, double seconds) {
        Nested settings = new Nested(plan.settings());
        return new RunFacts(
                name,
                plan.simulation(),
                plan.profile(),
                TIME.format(plan.epoch().truncatedTo(ChronoUnit.MINUTES)),
                Figures.minutes(seconds) + " min",
                standIns(settings),
                Optional.ofNullable(plan.sameOnBothSides()),
                host(plan),
                targets(plan),
                topology(settings),
                Reproduction.command(plan));
    }

    private static List<Implementation> standIns(Nested settings) {
        return Arrays.stream(Implementation.values())
                .filter(side -> {
                    Nested own = settings.at("implementations").at(side.id());
                    return own.isPresent()
                            && own.text("url").isEmpty()
                            && own.text("command").isEmpty();
                })
                .toList();
    }

    private static Map<String, String> host(Plan plan) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (plan.host() != null) {
            facts.put("Name", plan.host().name());
            facts.put("Processor", plan.host().processor());
            facts.put("Processors", String.valueOf(plan.host().cores()));
            facts.put("Memory", Figures.with("GiB", plan.host().memoryBytes() / (double) (1 << 30)));
            facts.put("Kernel", plan.host().kernel());
            facts.put("JDK", plan.host().jdk());
            facts.putAll(plan.host().versions());
        }
        return facts;
    }

    private static Map<String, Map<String, String>> targets(Plan plan) {
        Nested targets = new Nested(plan.targets());
        return targets.keys().stream()
                .collect(Collectors.toMap(
                        side -> side, side -> targets.at(side).flat(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, List<String>> topology(Nested settings) {
        Nested topology = settings.at("topology");
        Map<String, List<String>> needs = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            if (topology.isPresent()) {
                needs.put(service.id(), topology.list(service.id()));
            }
        }
        return needs;
    }
}

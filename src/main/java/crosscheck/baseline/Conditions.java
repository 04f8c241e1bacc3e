package crosscheck.baseline;

import crosscheck.observation.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a run measured, as far as that decides its numbers: the machine, the versions of what takes part, the configuration,
 * the data set. Not what it measured (URLs, commands, planted faults, builds), nor where results go and how they are judged.
 */
public final class Conditions {
    /** Which machine it was, and what it is made of. */
    public static final Set<String> MACHINE = Set.of("machine", "processor", "processors", "memory", "kernel");

    private static final Set<String> NOT_MEASUREMENT = Set.of(
            "reports",
            "config",
            "quiet",
            "implementation",
            "thresholds",
            "gates",
            "ledger",
            "baseline",
            "profile",
            "replay",
            "checks");
    private static final Set<String> NOT_OF_A_SIDE = Set.of("url", "command", "directory", "faults", "services");

    private Conditions() {}

    public static SortedMap<String, String> of(Plan plan) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("simulation", plan.simulation());
        facts.put("profile", plan.profile());
        facts.put("machine", plan.host().name());
        facts.put("processor", plan.host().processor());
        facts.put("processors", String.valueOf(plan.host().cores()));
        facts.put("memory", (plan.host().memoryBytes() + (1 << 29) >> 30) + " GiB");
        facts.put("kernel", plan.host().kernel());
        facts.put("jdk", plan.host().jdk());
        plan.host().versions().forEach((what, version) -> facts.put("version of " + what, version));
        plan.targets().forEach((name, target) -> {
            if (target instanceof Map<?, ?> fact && fact.get("how") != null) {
                facts.put("how " + name + " is had", String.valueOf(fact.get("how")));
            }
        });
        plan.settings().forEach((key, value) -> {
            if (!NOT_MEASUREMENT.contains(key)) {
                put(facts, List.of(key), value, plan.profile());
            }
        });
        return facts;
    }

    /** Every fact that is not the same, in words; empty where the runs may be compared. */
    public static List<String> differences(RunRecord stored, RunRecord now) {
        Set<String> names = new TreeSet<>(stored.conditions().keySet());
        names.addAll(now.conditions().keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String before = stored.conditions().getOrDefault(name, "(none)");
            String after = now.conditions().getOrDefault(name, "(none)");
            if (!before.equals(after)) {
                differences.add(name + " was " + before + ", is " + after);
            }
        }
        return differences;
    }

    private static void put(SortedMap<String, String> facts, List<String> path, Object value, String profile) {
        boolean otherProfile = path.size() == 2
                && path.get(0).equals("profiles")
                && !path.get(1).equals(profile);
        boolean side = path.size() == 3 && path.get(0).equals("implementations") && NOT_OF_A_SIDE.contains(path.get(2));
        if (otherProfile || side) {
            return;
        }
        if (value instanceof Map<?, ?> block) {
            block.forEach((key, inner) -> {
                List<String> deeper = new ArrayList<>(path);
                deeper.add(String.valueOf(key));
                put(facts, deeper, inner, profile);
            });
        } else {
            facts.put(String.join(".", path), String.valueOf(value));
        }
    }
}

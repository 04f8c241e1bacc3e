package crosscheck.run;

import crosscheck.baseline.Conditions;
import crosscheck.observation.Plan;
import crosscheck.observation.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** What is other about how runs were made: machines, plans, builds, limits, or ledgers. */
final class PlanDifferences {
    private static final int LONGEST = 80;

    private PlanDifferences() {}

    /** In words, each with both values. */
    static List<String> of(List<RunFolder> folders) {
        return of(folders, Set.of());
    }

    /** What keeps them from being parts of one run; which machine each injector ran on does not. */
    static List<String> betweenParts(List<RunFolder> folders) {
        return of(folders, Conditions.MACHINE);
    }

    private static List<String> of(List<RunFolder> folders, Set<String> besides) {
        SortedMap<String, String> first = facts(folders.get(0));
        List<String> differences = new ArrayList<>();
        for (RunFolder folder : folders.subList(1, folders.size())) {
            SortedMap<String, String> other = facts(folder);
            TreeSet<String> names = new TreeSet<>(first.keySet());
            names.addAll(other.keySet());
            names.removeAll(besides);
            names.stream()
                    .filter(name -> !first.getOrDefault(name, "").equals(other.getOrDefault(name, "")))
                    .map(name -> name + " is " + shown(first.get(name)) + " in "
                            + folders.get(0).path() + ", " + shown(other.get(name)) + " in " + folder.path())
                    .forEach(differences::add);
        }
        return differences;
    }

    private static SortedMap<String, String> facts(RunFolder folder) {
        Plan plan = Plan.read(folder.plan());
        SortedMap<String, String> facts = Conditions.of(plan);
        facts.put("the same on both sides", String.valueOf(plan.sameOnBothSides()));
        facts.put("gates", String.valueOf(plan.askedGates()));
        facts.put("thresholds", String.valueOf(plan.thresholds()));
        facts.put("checks", String.valueOf(plan.checks()));
        facts.put("phases", String.valueOf(plan.phases()));
        facts.put("ledger", ledger(folder));
        plan.targets().forEach((side, target) -> {
            if (target instanceof Map<?, ?> fact) {
                facts.put("identity of " + side, String.valueOf(fact.get("identity")));
            }
        });
        return facts;
    }

    private static String ledger(RunFolder folder) {
        try {
            return Files.exists(folder.ledger()) ? Files.readString(folder.ledger()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(String value) {
        if (value == null || value.isEmpty()) {
            return "nothing";
        }
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + " ...";
    }
}

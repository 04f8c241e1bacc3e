package crosscheck.workflow;

import crosscheck.contract.Implementation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Choices of an implementation for each step. */
final class Pairwise {
    private record Pair(String one, Implementation ofOne, String other, Implementation ofOther) {}

    private Pairwise() {}

    /** Every choice: two to the power of the number of steps. */
    static List<Map<String, Implementation>> all(List<String> steps) {
        List<Map<String, Implementation>> choices = new ArrayList<>(List.of(Map.of()));
        for (String step : steps) {
            List<Map<String, Implementation>> longer = new ArrayList<>();
            for (Map<String, Implementation> choice : choices) {
                for (Implementation implementation : Implementation.values()) {
                    Map<String, Implementation> more = new LinkedHashMap<>(choice);
                    more.put(step, implementation);
                    longer.add(more);
                }
            }
            choices = longer;
        }
        return choices;
    }

    /**
     * Choices among which each two steps are played by each two implementations: greedily, of all choices always the first one
     * that adds most pairs (Cohen et al., The AETG System, 1997, over the whole space instead of random candidates).
     */
    static List<Map<String, Implementation>> covering(List<String> steps) {
        List<Map<String, Implementation>> all = all(steps);
        Set<Pair> missing = new HashSet<>();
        all.forEach(choice -> missing.addAll(pairs(choice)));
        List<Map<String, Implementation>> chosen = new ArrayList<>();
        while (!missing.isEmpty()) {
            Map<String, Implementation> best = Map.of();
            long most = 0;
            for (Map<String, Implementation> choice : all) {
                long added = pairs(choice).stream().filter(missing::contains).count();
                if (added > most) {
                    most = added;
                    best = choice;
                }
            }
            missing.removeAll(pairs(best));
            chosen.add(best);
        }
        return chosen;
    }

    private static Set<Pair> pairs(Map<String, Implementation> choice) {
        Set<Pair> pairs = new HashSet<>();
        choice.forEach((one, ofOne) -> choice.forEach((other, ofOther) -> {
            if (one.compareTo(other) < 0) {
                pairs.add(new Pair(one, ofOne, other, ofOther));
            }
        }));
        return pairs;
    }
}

package crosscheck.verdict;

import crosscheck.compare.Minted;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.JsonLines;
import crosscheck.observation.LoadExchange;
import crosscheck.observation.Phase;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RunFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The sample of answers under load in full: each phase of python's against rust's of the same block and load, item by item.
 * Both began from the same rows, so that the same request about an item is answered alike, whoever else was served meanwhile.
 */
final class LoadComparison {
    /** Those that both sides are asked alike: what an artifact holds names its run, which each side names itself. */
    static final Set<String> COMPARABLE = Set.of("assign", "set-item-status", "submit-result");

    private static final String SUITE = "api.parity";

    /** Where one side runs after the other, its first minutes stand for the rest: they all have to be held until then. */
    private static final int MOST_WAITING = 8;

    private final Contract contract;
    private final Consumer<Sighting> found;
    private final Set<String> operations = new HashSet<>();
    private long compared;

    /** Phases that are each other's counterparts. */
    private record Course(Phase.Kind kind, int block, List<Phase.Load> loads) {
        static Course of(PlannedPhase phase) {
            return new Course(phase.kind(), phase.block(), phase.loads());
        }
    }

    /** One side's exchanges of a phase by item, in the order in which they were answered. */
    private record Sampled(PlannedPhase phase, Map<Long, List<ExchangeRecord>> items) {}

    LoadComparison(Contract contract, Consumer<Sighting> found) {
        this.contract = contract;
        this.found = found;
    }

    /** Pairs of answers that were compared. */
    long compared() {
        return compared;
    }

    /** Operations of which answers were compared. */
    Set<String> operations() {
        return operations;
    }

    /** Goes through a run folder, holding no more than a few phases whose counterparts are still to come. */
    void compare(RunFolder folder, Plan plan) {
        AnswerComparison answers = new AnswerComparison(contract, plan.epoch());
        Map<Course, Sampled> waiting = new HashMap<>();
        try (JsonLines.Reader<LoadExchange> reader = JsonLines.reader(folder.loadExchanges(), LoadExchange.class)) {
            while (reader.hasNext()) {
                Sampled sampled = next(reader, plan);
                Sampled counterpart = waiting.remove(Course.of(sampled.phase()));
                if (counterpart == null) {
                    hold(sampled, waiting);
                } else if (counterpart.phase().implementation() == Implementation.PYTHON) {
                    compare(counterpart, sampled, answers);
                } else {
                    compare(sampled, counterpart, answers);
                }
            }
        }
    }

    private static void hold(Sampled sampled, Map<Course, Sampled> waiting) {
        if (waiting.size() < MOST_WAITING) {
            waiting.put(Course.of(sampled.phase()), sampled);
        }
    }

    private static Sampled next(JsonLines.Reader<LoadExchange> reader, Plan plan) {
        int phase = reader.peek().phase();
        Map<Long, List<ExchangeRecord>> items = new TreeMap<>();
        while (reader.hasNext() && reader.peek().phase() == phase) {
            LoadExchange next = reader.next();
            items.computeIfAbsent(next.item(), item -> new ArrayList<>()).add(next.exchange());
        }
        return new Sampled(plan.phases().get(phase), items);
    }

    private void compare(Sampled python, Sampled rust, AnswerComparison answers) {
        python.items().forEach((item, exchanges) -> {
            Map<String, ExchangeRecord> ones = byOperation(exchanges);
            Map<String, ExchangeRecord> others = byOperation(rust.items().getOrDefault(item, List.of()));
            Minted minted = new Minted();
            for (ExchangeRecord one : ones.values()) {
                ExchangeRecord other = others.get(one.operation());
                if (other == null && mints(one)) {
                    return;
                }
                if (other != null && Arrays.equals(one.requestBody(), other.requestBody())) {
                    compared++;
                    operations.add(one.operation());
                    answers.compare(one, other, minted).stream()
                            .map(difference -> Sighting.of(SUITE, one.operation(), difference, "", one, other))
                            .forEach(found);
                }
            }
        });
    }

    /** Empty where two workers were at the same item: that is found by the invariants, and nobody knows whose answer is whose. */
    private static Map<String, ExchangeRecord> byOperation(List<ExchangeRecord> exchanges) {
        Map<String, ExchangeRecord> byOperation = new LinkedHashMap<>();
        for (ExchangeRecord exchange : exchanges) {
            if (byOperation.put(exchange.operation(), exchange) != null) {
                return Map.of();
            }
        }
        return byOperation;
    }

    /** Where it has no counterpart, ids in the answers after it have none either. */
    private boolean mints(ExchangeRecord exchange) {
        return contract.response(exchange.operation(), exchange.status())
                .filter(spec -> !spec.mints().isEmpty())
                .isPresent();
    }
}

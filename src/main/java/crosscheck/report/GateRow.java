package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One question with the answers of both sides, or the one answer on their relation.
 *
 * @param gates one of each side, or one of both; never empty
 */
public record GateRow(String id, List<Gate> gates) {

    /** The gates by id, in the order in which the ids first appear. */
    static List<GateRow> of(List<Gate> gates) {
        Map<String, List<Gate>> byId = new LinkedHashMap<>();
        gates.forEach(
                gate -> byId.computeIfAbsent(gate.id(), id -> new ArrayList<>()).add(gate));
        return byId.entrySet().stream()
                .map(entry -> new GateRow(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    public String title() {
        return GateTitle.of(id);
    }

    public Category category() {
        return Category.of(gates.get(0));
    }

    /** Fragment identifier of the row on the page. */
    public String anchor() {
        return "gate-" + id;
    }

    /** The answer on the relation of both sides, where it is such a question. */
    public Optional<Gate> relative() {
        return gates.stream().filter(gate -> gate.implementation() == null).findFirst();
    }

    public Optional<Gate> of(Implementation implementation) {
        return gates.stream()
                .filter(gate -> gate.implementation() == implementation)
                .findFirst();
    }

    /** The gravest of its verdicts. */
    public Verdict verdict() {
        return gates.stream().map(Gate::verdict).max(Comparator.naturalOrder()).orElseThrow();
    }

    public boolean asked() {
        return verdict() != Verdict.SKIPPED;
    }

    /** The limit, which is the same for both sides, with its unit. */
    public String threshold() {
        return gates.stream()
                .filter(gate -> gate.threshold() != null && !gate.threshold().isEmpty())
                .findFirst()
                .map(gate -> unitAfter(gate.threshold(), gate.unit()))
                .orElse(Figures.NONE);
    }

    /** The gates of it that need a word of explanation. */
    public List<Gate> explained() {
        return gates.stream()
                .filter(gate -> gate.reason() != null && !gate.reason().isBlank())
                .toList();
    }

    /** The reasons without repetition: a profile that does not ask says so for both sides alike. */
    public List<String> reasons() {
        return explained().stream()
                .map(Gate::reason)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String unitAfter(String threshold, String unit) {
        return unit == null || unit.isEmpty() || threshold.endsWith(unit) ? threshold : threshold + " " + unit;
    }
}

package crosscheck.verdict;

import crosscheck.compare.FindingId;
import crosscheck.consistency.Check;
import crosscheck.consistency.Violation;
import crosscheck.contract.FindingKind;
import crosscheck.contract.Implementation;
import crosscheck.observation.Event;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RequestRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Promises broken under load, those of one kind as one finding whose id is the same in every run. */
final class LoadFindings {
    private static final int SHOWN = 10;

    private record Key(String suite, String operation, FindingKind kind) {}

    private final Map<Key, Map<Implementation, List<String>>> occurrences = new LinkedHashMap<>();

    private LoadFindings() {}

    static List<Finding> of(Evidence evidence) {
        LoadFindings findings = new LoadFindings();
        for (PhaseFigures phase : evidence.phases()) {
            PlannedPhase planned = phase.planned();
            phase.checks().forEach(check -> findings.add(check, planned.implementation(), planned.index()));
        }
        for (CapacityPhase capacity : evidence.capacity()) {
            Phase phase = capacity.phase();
            capacity.checks().forEach(check -> findings.add(check, phase.implementation(), phase.index()));
        }
        evidence.events().stream()
                .filter(event -> event.kind() == Event.Kind.RESET_BLOCKED && event.implementation() != null)
                .forEach(event -> findings.add(
                        new Key("data.transactions", "", RunKind.TRANSACTION_LEFT_OPEN),
                        event.implementation(),
                        event.text()));
        return findings.all();
    }

    private void add(Check check, Implementation side, int phase) {
        check.violations()
                .forEach(violation -> add(
                        new Key(check.invariant().gate(), violation.operation(), violation.kind()),
                        side,
                        described(phase, violation)));
    }

    private void add(Key key, Implementation side, String text) {
        occurrences
                .computeIfAbsent(key, k -> new EnumMap<>(Implementation.class))
                .computeIfAbsent(side, s -> new ArrayList<>())
                .add(text);
    }

    private List<Finding> all() {
        return occurrences.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(Key key, Map<Implementation, List<String>> sides) {
        String side = sides.size() == 1 ? sides.keySet().iterator().next().id() : "";
        return Finding.of(
                new FindingId(key.suite(), key.operation(), key.kind().id(), "", side),
                text(sides.get(Implementation.PYTHON)),
                text(sides.get(Implementation.RUST)),
                "open",
                sides.values().stream().mapToLong(List::size).sum(),
                null,
                null);
    }

    private static String text(List<String> occurrences) {
        if (occurrences == null) {
            return null;
        }
        String shown = occurrences.stream().limit(SHOWN).collect(Collectors.joining("\n"));
        int more = occurrences.size() - SHOWN;
        return more > 0 ? shown + "\nand " + more + " more" : shown;
    }

    private static String described(int phase, Violation violation) {
        String requests = violation.requests().stream()
                .limit(SHOWN)
                .map(LoadFindings::described)
                .collect(Collectors.joining("; "));
        return violation.text() + " (phase " + phase + (requests.isEmpty() ? "" : ": " + requests) + ")";
    }

    private static String described(RequestRecord request) {
        String about = (request.item() == 0 ? "" : " item " + request.item())
                + (request.run().isEmpty() ? "" : " run " + request.run());
        return String.format(
                Locale.ROOT,
                "%s%s sent %.6f s, done %.6f s, %s",
                request.operation(),
                about,
                request.sentMicros() / 1e6,
                request.doneMicros() / 1e6,
                request.status() == 0
                        ? request.outcome().name().toLowerCase(Locale.ROOT)
                        : "status " + request.status());
    }
}

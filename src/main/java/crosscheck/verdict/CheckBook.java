package crosscheck.verdict;

import crosscheck.check.PlayedCheck;
import crosscheck.compare.FindingId;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.PlannedCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of each check; which of its findings gate is known only once the ledger has been applied. */
final class CheckBook {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** @param sighted identities of what was seen, without a side */
    private record Entry(PlannedCheck check, List<CheckOutcome.Cast> casts, Set<FindingId> sighted, String reason) {}

    CheckBook(List<PlannedCheck> checks) {
        checks.forEach(check -> entries.put(check.id(), new Entry(check, List.of(), Set.of(), "")));
    }

    /** Takes a check that was played; once more where the run is made of several. */
    void played(PlannedCheck check, List<PlayedCheck> chains, Set<FindingId> sighted) {
        List<CheckOutcome.Cast> casts = chains.stream()
                .map(chain -> new CheckOutcome.Cast(
                        chain.run().cast(),
                        chain.exchanges().stream().map(ExchangeRecord::status).toList(),
                        chain.run().ended()))
                .toList();
        entries.computeIfPresent(check.id(), (id, entry) -> {
            Set<FindingId> all = new LinkedHashSet<>(entry.sighted());
            all.addAll(sighted);
            return new Entry(check, casts, all, entry.reason());
        });
    }

    void missed(PlannedCheck check, String reason) {
        entries.computeIfPresent(
                check.id(), (id, entry) -> new Entry(entry.check(), entry.casts(), entry.sighted(), reason));
    }

    /** @param findings of the run, accepted or not */
    List<CheckOutcome> outcomes(List<Finding> findings) {
        Map<FindingId, Set<Finding>> byIdentity = new LinkedHashMap<>();
        findings.forEach(finding -> byIdentity
                .computeIfAbsent(finding.identity().ofNoSide(), identity -> new LinkedHashSet<>())
                .add(finding));
        List<CheckOutcome> outcomes = new ArrayList<>();
        entries.values().forEach(entry -> outcomes.add(outcome(entry, byIdentity)));
        return outcomes;
    }

    private static CheckOutcome outcome(Entry entry, Map<FindingId, Set<Finding>> byIdentity) {
        List<Finding> shown = entry.sighted().stream()
                .flatMap(identity -> byIdentity.getOrDefault(identity, Set.of()).stream())
                .toList();
        String reason = entry.reason().isEmpty() ? notToItsEnd(entry.casts()) : entry.reason();
        return new CheckOutcome(
                entry.check().id(),
                entry.check().suite(),
                verdict(shown, reason),
                entry.casts(),
                shown.stream().map(Finding::id).sorted().toList(),
                reason);
    }

    /** Why, where no cast came to the end: where only some did not, that is a difference of its own. */
    private static String notToItsEnd(List<CheckOutcome.Cast> casts) {
        return casts.stream().anyMatch(cast -> cast.ended().isEmpty())
                ? ""
                : casts.stream().map(CheckOutcome.Cast::ended).distinct().collect(Collectors.joining("; "));
    }

    private static Verdict verdict(List<Finding> shown, String reason) {
        if (shown.stream().anyMatch(Finding::isOpen)) {
            return Verdict.FAIL;
        }
        return reason.isEmpty() ? Verdict.PASS : Verdict.SKIPPED;
    }
}

package crosscheck.verdict;

import crosscheck.compare.FindingId;
import crosscheck.compare.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ledger applied to a run's findings: what it accepts does not gate, and what it says in vain is a finding itself. */
final class Acceptance {
    private Acceptance() {}

    /** @param compared operations that the run compared in full */
    static List<Finding> apply(Ledger ledger, List<Finding> findings, Set<String> compared, LocalDate today) {
        List<FindingId> ids = findings.stream().map(Finding::identity).toList();
        Ledger.Judgement judgement = ledger.judge(ids, compared, today);
        List<Finding> judged = new ArrayList<>();
        for (Finding finding : findings) {
            boolean accepted = finding.isOpen() && judgement.accepted().contains(finding.identity());
            judged.add(accepted ? finding.accepted() : finding);
        }
        judgement.expired().forEach(entry -> judged.add(inVain(entry, RunKind.LEDGER_EXPIRED, "that day is over")));
        judgement
                .vanished()
                .forEach(entry -> judged.add(inVain(entry, RunKind.LEDGER_VANISHED, "it no longer occurs")));
        return List.copyOf(judged);
    }

    private static Finding inVain(Ledger.Entry entry, RunKind kind, String why) {
        FindingId accepted = entry.finding();
        FindingId id = new FindingId(
                accepted.suite(),
                accepted.operation(),
                kind.id(),
                accepted.kind() + " " + accepted.place(),
                accepted.side());
        String rule = "the ledger accepts " + accepted + " until " + entry.expires() + " (" + entry.acceptedBy() + ": "
                + entry.reason() + "), but " + why + "; remove or renew the entry";
        return Finding.of(id, null, null, "open", 1, rule, null);
    }
}

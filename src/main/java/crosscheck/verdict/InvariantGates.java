package crosscheck.verdict;

import crosscheck.consistency.Check;
import crosscheck.consistency.Invariant;
import crosscheck.contract.Implementation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code invariant.<name>} of each side: none broken, and enough clients in each other's way to say so. */
record InvariantGates(Evidence evidence) {

    List<Question> questions() {
        return Arrays.stream(Invariant.values())
                .flatMap(invariant -> evidence.driven().stream().map(side -> question(invariant, side)))
                .toList();
    }

    private Question question(Invariant invariant, Implementation side) {
        return new Question(invariant.gate(), "invariants", side, "0", "violations", () -> judge(invariant, side)
                .passUnless(Evidence.unfinished(evidence.phases(side))));
    }

    private Answer judge(Invariant invariant, Implementation side) {
        List<Check> checks = evidence.checks(side)
                .filter(check -> check.invariant() == invariant)
                .toList();
        if (checks.isEmpty()) {
            return Answer.inconclusive(null, 0, "this run recorded no facts that could show it");
        }
        long checked = checks.stream().mapToLong(Check::checked).sum();
        long collisions = checks.stream().mapToLong(Check::collisions).sum();
        List<String> broken = checks.stream()
                .flatMap(check -> check.violations().stream())
                .map(violation -> violation.text())
                .toList();
        if (!broken.isEmpty()) {
            String more = broken.size() == 1 ? "" : "; and " + (broken.size() - 1) + " more";
            return Answer.of(false, broken.size(), checked, broken.get(0) + more);
        }
        int needed = evidence.thresholds().minCollisions();
        Optional<String> gap = checks.stream()
                .map(Check::gap)
                .filter(missing -> !missing.isEmpty())
                .findFirst();
        Optional<String> quiet = Optional.of(collisions + " requests collided, fewer than " + needed)
                .filter(reason -> collisions < needed);
        return Answer.of(true, 0, checked, "none broken; " + collisions + " requests collided")
                .passUnless(Stream.of(gap, quiet).flatMap(Optional::stream).findFirst());
    }
}

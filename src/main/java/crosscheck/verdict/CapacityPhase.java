package crosscheck.verdict;

import crosscheck.capacity.Played;
import crosscheck.consistency.Check;
import crosscheck.observation.Phase;
import java.util.List;

/**
 * One phase of the search for capacity.
 *
 * @param played its figures
 * @param checks what the invariants came to; none where no implementation was driven
 */
record CapacityPhase(Phase phase, Played played, List<Check> checks) {

    long violations() {
        return checks.stream().mapToLong(check -> check.violations().size()).sum();
    }
}

package crosscheck.consistency;

import java.util.ArrayList;
import java.util.List;

/** The invariants that the facts of load can answer. */
public final class Invariants {
    private Invariants() {}

    /** Checks the history of one phase. */
    public static List<Check> check(History history) {
        List<Check> checks = new ArrayList<>(List.of(
                SingleAssignment.check(history),
                ResultDurability.check(history),
                QueueConservation.check(history),
                BucketOrder.check(history),
                NoFalseEmpty.check(history)));
        if (history.messages() != null) {
            checks.add(OneCompletionMessage.check(history));
            checks.add(MessageOrder.check(history));
        }
        return checks;
    }
}

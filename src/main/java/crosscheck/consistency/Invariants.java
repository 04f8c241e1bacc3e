package crosscheck.consistency;

import java.util.List;

/** The invariants that the facts of load can answer; those on messages and buckets need facts of their own. */
public final class Invariants {
    private Invariants() {}

    /** Checks the history of one phase. */
    public static List<Check> check(History history) {
        return List.of(
                SingleAssignment.check(history),
                ResultDurability.check(history),
                QueueConservation.check(history),
                NoFalseEmpty.check(history));
    }
}

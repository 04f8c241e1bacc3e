package crosscheck.consistency;

import crosscheck.observation.Outcome;
import crosscheck.observation.RequestRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * 7. "queue empty" is not answered while an item that it could have given was pending during the whole request.
 *
 * <p>Load schedules nothing and asks without a filter, so an item was pending throughout if fewer requests than there were
 * items can have taken one before the answer: those sent before it that were given an item, or whose fate is unknown.
 */
final class NoFalseEmpty {
    private NoFalseEmpty() {}

    static Check check(History history) {
        long collisions = history.assignmentCollisions();
        List<RequestRecord> empties = history.assignments().stream()
                .filter(request -> request.outcome() == Outcome.EMPTY)
                .toList();
        long answers = history.assignments().size();
        if (history.queue() == null) {
            String gap = empties.isEmpty() ? "" : "the queue was not counted before the phase";
            return new Check(Invariant.NO_FALSE_EMPTY, answers, collisions, List.of(), gap);
        }
        SentTimes takers = SentTimes.of(history.assignments().stream()
                .filter(request -> request.outcome() == Outcome.SUCCESS || History.fateUnknown(request)));
        long takenByNobody = history.takenByNobody();
        List<Violation> violations = new ArrayList<>();
        for (RequestRecord empty : empties) {
            long left = history.queue().allPendingBefore() - takers.before(empty.doneMicros()) - takenByNobody;
            if (left > 0) {
                violations.add(new Violation(
                        History.ASSIGN,
                        Violation.Kind.FALSE_EMPTY,
                        "\"queue empty\" was answered while at least " + left + " items were pending",
                        List.of(empty)));
            }
        }
        return new Check(Invariant.NO_FALSE_EMPTY, answers, collisions, violations, history.gap());
    }
}

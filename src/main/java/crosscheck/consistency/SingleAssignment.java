package crosscheck.consistency;

import crosscheck.observation.RequestRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 1. A queue item is given to one worker only. An answer without an item, or none, says nothing. */
final class SingleAssignment {
    private SingleAssignment() {}

    static Check check(History history) {
        Map<Long, List<RequestRecord>> answersByItem = history.of(History.ASSIGN)
                .filter(request -> request.status() == 200 && request.item() != 0)
                .collect(Collectors.groupingBy(RequestRecord::item));
        List<Violation> violations = answersByItem.entrySet().stream()
                .filter(answers -> answers.getValue().size() > 1)
                .sorted(Map.Entry.comparingByKey())
                .map(answers -> new Violation(
                        History.ASSIGN,
                        "item-assigned-twice",
                        "queue item " + answers.getKey() + " was given to "
                                + answers.getValue().size() + " requests",
                        answers.getValue()))
                .toList();
        long collisions = Collisions.count(history.of(History.ASSIGN));
        return new Check(Invariant.SINGLE_ASSIGNMENT, answersByItem.size(), collisions, violations, "");
    }
}

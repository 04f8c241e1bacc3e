package crosscheck.consistency;

import crosscheck.observation.RequestRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 1. A queue item is given to one worker only. An answer without an item, or none, says nothing. */
final class SingleAssignment {
    private SingleAssignment() {}

    static Check check(History history) {
        long[] items = given(history).mapToLong(RequestRecord::item).sorted().toArray();
        Set<Long> twice = new HashSet<>();
        long repeated = 0;
        for (int i = 1; i < items.length; i++) {
            if (items[i] == items[i - 1]) {
                twice.add(items[i]);
                repeated++;
            }
        }
        Map<Long, List<RequestRecord>> answers = given(history)
                .filter(request -> twice.contains(request.item()))
                .collect(Collectors.groupingBy(RequestRecord::item, TreeMap::new, Collectors.toList()));
        List<Violation> violations = new ArrayList<>();
        answers.forEach((item, requests) -> violations.add(new Violation(
                History.ASSIGN,
                Violation.Kind.ITEM_ASSIGNED_TWICE,
                "queue item " + item + " was given to " + requests.size() + " requests",
                requests)));
        long distinct = items.length - repeated;
        long collisions = history.assignmentCollisions();
        return new Check(Invariant.SINGLE_ASSIGNMENT, distinct, collisions, violations, "");
    }

    private static Stream<RequestRecord> given(History history) {
        return history.assignments().stream().filter(request -> request.status() == 200 && request.item() != 0);
    }
}

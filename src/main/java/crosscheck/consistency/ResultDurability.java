package crosscheck.consistency;

import crosscheck.observation.RequestRecord;
import crosscheck.observation.StoredResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * 2. A result answered 201 is in the database, whole; a result not answered 201 is either whole or absent. Requests without
 * an answer are of the second kind.
 */
final class ResultDurability {
    private ResultDurability() {}

    static Check check(History history) {
        Map<String, List<RequestRecord>> submissions =
                history.submissions().stream().collect(Collectors.groupingBy(RequestRecord::run));
        Map<String, StoredResult> stored = history.results().stream()
                .collect(Collectors.toMap(StoredResult::run, result -> result, (earlier, later) -> later));
        List<Violation> violations = new ArrayList<>();
        long checked = 0;
        long unknown = 0;
        for (Map.Entry<String, List<RequestRecord>> submitted : submissions.entrySet()) {
            StoredResult result = stored.get(submitted.getKey());
            boolean accepted = submitted.getValue().stream().anyMatch(request -> request.status() == 201);
            if (result == null) {
                unknown += accepted ? 1 : 0;
                continue;
            }
            checked++;
            if (result.state() == StoredResult.State.PARTIAL) {
                violations.add(new Violation(
                        History.SUBMIT_RESULT,
                        Violation.Kind.RESULT_NOT_WHOLE,
                        "the result of run " + result.run() + " is stored in part: " + result.detail(),
                        submitted.getValue()));
            } else if (accepted && result.state() == StoredResult.State.ABSENT) {
                violations.add(new Violation(
                        History.SUBMIT_RESULT,
                        Violation.Kind.RESULT_LOST,
                        "the result of run " + result.run() + " was answered 201 and is not in the database",
                        submitted.getValue()));
            }
        }
        long collisions = history.submissionCollisions();
        String gap = unknown == 0 ? "" : unknown + " accepted results were not looked up in the database";
        return new Check(Invariant.RESULT_DURABILITY, checked, collisions, violations, gap);
    }
}

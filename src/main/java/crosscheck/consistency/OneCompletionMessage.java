package crosscheck.consistency;

import crosscheck.observation.RequestRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * 3. For each accepted result there is exactly one {@code run.completed}. Where a submission's fate is unknown there may be
 * one or none.
 */
final class OneCompletionMessage {
    private OneCompletionMessage() {}

    static Check check(History history) {
        Map<String, Integer> completions = new HashMap<>();
        history.messages().stream()
                .filter(message -> message.rank() == RunMessage.COMPLETED)
                .forEach(message -> completions.merge(message.run(), 1, Integer::sum));
        Map<String, List<RequestRecord>> submissions =
                history.submissions().stream().collect(Collectors.groupingBy(RequestRecord::run));
        List<Violation> violations = new ArrayList<>();
        long checked = 0;
        for (Map.Entry<String, List<RequestRecord>> submitted : submissions.entrySet()) {
            List<RequestRecord> requests = submitted.getValue();
            long accepted =
                    requests.stream().filter(request -> request.status() == 201).count();
            boolean unknown =
                    requests.stream().anyMatch(request -> request.status() != 201 && History.fateUnknown(request));
            int came = completions.getOrDefault(submitted.getKey(), 0);
            checked++;
            if (came < accepted || came > accepted + (unknown ? 1 : 0)) {
                violations.add(new Violation(
                        History.SUBMIT_RESULT,
                        came < accepted
                                ? Violation.Kind.COMPLETION_MESSAGE_LOST
                                : Violation.Kind.COMPLETION_MESSAGE_REPEATED,
                        came + " run.completed came for run " + submitted.getKey() + ", whose result was accepted "
                                + accepted + " times",
                        requests));
            }
        }
        return new Check(Invariant.ONE_COMPLETION_MESSAGE, checked, history.submissionCollisions(), violations, "");
    }
}

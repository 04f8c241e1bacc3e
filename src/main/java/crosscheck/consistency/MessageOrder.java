package crosscheck.consistency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** 4. Per run, messages arrive in the order started, progress, completed. */
final class MessageOrder {
    private MessageOrder() {}

    static Check check(History history) {
        Map<String, List<RunMessage>> byRun = history.messages().stream()
                .filter(message -> message.rank() >= 0 && !message.run().isEmpty())
                .sorted(Comparator.comparingLong(RunMessage::atMicros))
                .collect(Collectors.groupingBy(RunMessage::run, TreeMap::new, Collectors.toList()));
        List<Violation> violations = new ArrayList<>();
        byRun.forEach((run, messages) -> {
            for (int i = 1; i < messages.size(); i++) {
                if (messages.get(i - 1).rank() > messages.get(i).rank()) {
                    violations.add(new Violation(
                            "",
                            Violation.Kind.MESSAGES_OUT_OF_ORDER,
                            "the messages of run " + run + " came as " + named(messages),
                            history.requests().stream()
                                    .filter(request -> request.run().equals(run))
                                    .toList()));
                    return;
                }
            }
        });
        long collisions = history.assignmentCollisions() + history.submissionCollisions();
        return new Check(Invariant.MESSAGE_ORDER, byRun.size(), collisions, violations, "");
    }

    private static String named(List<RunMessage> messages) {
        return messages.stream()
                .map(message -> List.of("started", "progress", "completed").get(message.rank()))
                .collect(Collectors.joining(", "));
    }
}

package crosscheck.consistency;

import crosscheck.observation.QueueCount;
import java.util.List;
import java.util.stream.Stream;

/**
 * 5. Rows in queue = those of the snapshot + scheduled − completed − cancelled. Load schedules and cancels nothing; each
 * result takes the item of its run away. A submission whose fate is unknown may have.
 */
final class QueueConservation {
    private QueueConservation() {}

    static Check check(History history) {
        long collisions = history.assignmentCollisions() + history.submissionCollisions();
        QueueCount queue = history.queue();
        if (queue == null) {
            return new Check(
                    Invariant.QUEUE_CONSERVATION,
                    0,
                    collisions,
                    List.of(),
                    "the queue was not counted around the phase");
        }
        long completed = history.submissions().stream()
                .filter(request -> request.status() == 201)
                .count();
        long unknown = history.submissions().stream()
                .filter(request -> request.status() != 201 && History.fateUnknown(request))
                .count();
        long most = queue.rowsBefore() - completed;
        long least = most - unknown;
        boolean holds = queue.rowsAfter() >= least && queue.rowsAfter() <= most;
        String promised = least == most ? "" + most : "between " + least + " and " + most;
        List<Violation> violations = Stream.of(new Violation(
                        "",
                        queue.rowsAfter() > most ? Violation.Kind.QUEUE_ROWS_LEFT : Violation.Kind.QUEUE_ROWS_MISSING,
                        queue.rowsBefore() + " rows and " + completed + " accepted results leave " + promised
                                + " rows in queue, there are " + queue.rowsAfter(),
                        List.of()))
                .filter(violation -> !holds)
                .toList();
        return new Check(Invariant.QUEUE_CONSERVATION, queue.rowsBefore(), collisions, violations, "");
    }
}

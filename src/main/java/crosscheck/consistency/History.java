package crosscheck.consistency;

import crosscheck.observation.Outcome;
import crosscheck.observation.QueueCount;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.StoredResult;
import java.util.List;

/** What clients were told in one phase, what the database held before and after it, and what was published. */
public final class History {
    static final String ASSIGN = "assign";
    static final String SUBMIT_RESULT = "submit-result";

    private final List<RequestRecord> requests;
    private final QueueCount queue;
    private final List<StoredResult> results;
    private final List<RunMessage> messages;
    private final List<RequestRecord> assignments;
    private final List<RequestRecord> submissions;
    private final long assignmentCollisions;
    private final long submissionCollisions;

    /**
     * @param requests every request of the phase
     * @param queue the queue around the phase, or {@code null} where it was not counted
     * @param results what was stored of the submitted results
     * @param messages about runs, or {@code null} where none were recorded
     */
    public History(
            List<RequestRecord> requests, QueueCount queue, List<StoredResult> results, List<RunMessage> messages) {
        this.requests = requests;
        this.queue = queue;
        this.results = results;
        this.messages = messages;
        assignments = of(ASSIGN);
        submissions = of(SUBMIT_RESULT);
        assignmentCollisions = Collisions.count(assignments);
        submissionCollisions = Collisions.count(submissions);
    }

    List<RequestRecord> requests() {
        return requests;
    }

    QueueCount queue() {
        return queue;
    }

    List<StoredResult> results() {
        return results;
    }

    List<RunMessage> messages() {
        return messages;
    }

    /** Requests for an item. */
    List<RequestRecord> assignments() {
        return assignments;
    }

    /** Requests that hand in a result. */
    List<RequestRecord> submissions() {
        return submissions;
    }

    /** Requests for an item that were under way at the same time as another. */
    long assignmentCollisions() {
        return assignmentCollisions;
    }

    /** Results that were under way at the same time as another. */
    long submissionCollisions() {
        return submissionCollisions;
    }

    /**
     * Whether a request may have changed something although its client was not told so: it got no answer, or one that is
     * neither the promised one nor a refusal.
     */
    static boolean fateUnknown(RequestRecord request) {
        boolean refused = request.status() >= 400 && request.status() < 500;
        boolean promised = request.outcome() == Outcome.SUCCESS || request.outcome() == Outcome.EMPTY;
        return !promised && !refused;
    }

    /**
     * Items that were taken although no request of the phase was given them or can have been: by a late request of another
     * phase, or by an implementation that takes more than it gives. Nobody knows when.
     */
    long takenByNobody() {
        long explained = assignments.stream()
                .filter(request -> request.outcome() == Outcome.SUCCESS || fateUnknown(request))
                .count();
        return Math.max(0, queue.taken() - explained);
    }

    /** Says so where {@link #takenByNobody} items make an answer unsure; else empty. */
    String gap() {
        long items = takenByNobody();
        return items == 0
                ? ""
                : items
                        + " items were taken that no request of the phase was given: late requests of the phase before, or an"
                        + " implementation that takes more than it gives";
    }

    private List<RequestRecord> of(String operation) {
        return requests.stream()
                .filter(request -> request.operation().equals(operation))
                .toList();
    }
}

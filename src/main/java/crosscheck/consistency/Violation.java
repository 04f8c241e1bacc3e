package crosscheck.consistency;

import crosscheck.contract.FindingKind;
import crosscheck.observation.RequestRecord;
import java.util.List;

/**
 * One broken promise.
 *
 * @param operation the operation that broke it, or empty where it is none in particular
 * @param kind what sort
 * @param text what happened, one sentence
 * @param requests the requests that show it; empty where only the database does
 */
public record Violation(String operation, Kind kind, String text, List<RequestRecord> requests) {

    /** What can be broken under load. */
    public enum Kind implements FindingKind {
        ITEM_ASSIGNED_TWICE,
        RESULT_LOST,
        RESULT_NOT_WHOLE,
        COMPLETION_MESSAGE_LOST,
        COMPLETION_MESSAGE_REPEATED,
        MESSAGES_OUT_OF_ORDER,
        QUEUE_ROWS_LEFT,
        QUEUE_ROWS_MISSING,
        BUCKET_PASSED_OVER,
        FALSE_EMPTY
    }
}

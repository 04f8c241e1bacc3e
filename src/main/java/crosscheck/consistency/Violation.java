package crosscheck.consistency;

import crosscheck.observation.RequestRecord;
import java.util.List;

/**
 * One broken promise.
 *
 * @param operation the operation that broke it, or empty where it is none in particular
 * @param kind what sort, kebab-case
 * @param text what happened, one sentence
 * @param requests the requests that show it; empty where only the database does
 */
public record Violation(String operation, String kind, String text, List<RequestRecord> requests) {}

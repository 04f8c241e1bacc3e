package crosscheck.verdict;

/**
 * Something that services do with each other or with a client, and whether a check showed that both do it alike.
 *
 * @param name {@code submit-result 201}, {@code run.completed}, {@code assign to execute-job}
 * @param implementation {@code python}, {@code rust}, or {@code both} for a step from one to another
 * @param attempted whether it happened in any check
 * @param matched whether it happened on both sides of a check, without an open difference
 * @param reason why it is not matched; empty where it is
 */
public record Interaction(String name, String implementation, boolean attempted, boolean matched, String reason) {}

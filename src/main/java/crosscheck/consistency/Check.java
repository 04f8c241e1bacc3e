package crosscheck.consistency;

import java.util.List;

/**
 * What one invariant came to in one phase.
 *
 * @param checked facts that were looked at: items, results, answers
 * @param collisions requests under way at the same time as another of the same operation
 * @param violations broken promises
 * @param gap what was missing for an answer, or empty
 */
public record Check(Invariant invariant, long checked, long collisions, List<Violation> violations, String gap) {}

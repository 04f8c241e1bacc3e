/**
 * Functional checks as data: which requests are sent, to whom, in which order, from the same snapshot; and the checks of each
 * row of the API. Says nothing of how they are sent, nor of how the answers are judged. May use {@code contract},
 * {@code configuration}, {@code observation} and {@code data}.
 *
 * <p>A request is asked only where the contract fixes its answer: of two faults in one request, one has to come first.
 */
package crosscheck.check;

/**
 * Functional checks as data: which requests are sent, to whom, in which order, from the same snapshot. Says nothing of how
 * they are sent, nor of how the answers are judged. May use {@code contract}, {@code configuration} and {@code observation}.
 */
package crosscheck.check;

/**
 * From observations to an answer: gates, thresholds and three-valued verdicts, as pure functions of the run folder. Knows
 * no HTTP, JDBC or Redis; may use {@code contract}, {@code configuration}, {@code observation}, {@code capacity}, {@code check}, {@code compare},
 * {@code consistency}, {@code messaging}, {@code workflow} and {@code sampling.trend}.
 */
package crosscheck.verdict;

/**
 * From observations to an answer: gates, thresholds and three-valued verdicts, as pure functions of the run folder. Knows
 * no HTTP, JDBC or Redis; may use {@code contract}, {@code configuration} and {@code observation}.
 */
package crosscheck.verdict;

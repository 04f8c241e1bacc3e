/**
 * Runs of before: what is kept of a run, which runs may be compared, and whether a run is better, the same or worse than
 * those. Pure functions but for {@link crosscheck.baseline.Store}. Knows no HTTP, JDBC or Redis; may use {@code contract},
 * {@code observation} and {@code sampling.trend}.
 */
package crosscheck.baseline;

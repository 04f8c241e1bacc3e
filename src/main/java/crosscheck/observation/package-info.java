/**
 * The facts of a run on disk: append-only, versioned files in the run folder, one record type a file. Written while the
 * run goes on, read by everything that judges or shows it. May use {@code contract} and {@code configuration}.
 */
package crosscheck.observation;

/**
 * Across services: checks of whole workflows with an implementation chosen for each step, how errors travel back, and what becomes
 * of traces and data on the way. May use {@code contract}, {@code configuration}, {@code observation}, {@code check} and {@code
 * messaging}.
 */
package crosscheck.workflow;

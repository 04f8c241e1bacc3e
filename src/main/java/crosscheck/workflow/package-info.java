/**
 * Checks across services: whole workflows with an implementation chosen for each step, how errors travel back, and what
 * becomes of traces and data on the way. May use {@code check}, {@code contract} and {@code configuration}.
 */
package crosscheck.workflow;

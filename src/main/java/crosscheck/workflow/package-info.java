/**
 * What holds along a chain of steps, whoever plays each: one trace through every answer and message. Pure functions of what
 * was observed. May use {@code contract}, {@code observation}, {@code check} and {@code messaging}.
 */
package crosscheck.workflow;

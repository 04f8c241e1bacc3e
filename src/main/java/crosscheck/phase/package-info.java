/**
 * What is driven when: the plan of a run's phases, and the state of the phase under way that its load draws from and
 * records into. May use {@code configuration}, {@code contract}, {@code observation}.
 */
package crosscheck.phase;

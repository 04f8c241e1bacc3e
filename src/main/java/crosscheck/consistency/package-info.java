/**
 * What must hold however many clients there are: invariants over the history of one phase, as pure functions. Knows no
 * HTTP, JDBC or Redis; may use {@code contract} and {@code observation}.
 */
package crosscheck.consistency;

/**
 * The highest arrival rate that something holds: which rate is to be tried next, whether a phase held its own, and what the
 * phases come to, as pure functions of what was observed; and the arrivals of a phase whose rate is decided at run time. Knows
 * no HTTP, JDBC or Redis; may use {@code contract}, {@code configuration}, {@code observation} and {@code phase}.
 */
package crosscheck.capacity;

/**
 * Where both implementations live: PostgreSQL and Redis, embedded or external, the schema, the data set in it, the snapshot and
 * the reset to it; what the database holds after a phase; and who owns what, so that nothing is left behind. May use {@code
 * contract}, {@code configuration}, {@code observation} and {@code data}.
 */
package crosscheck.environment;

/**
 * Where both implementations live: PostgreSQL and Redis, embedded or external, the schema, the data set in it, the snapshot and
 * the reset to it; and who owns what, so that nothing is left behind. May use {@code configuration}, {@code contract} and
 * {@code data}.
 */
package crosscheck.environment;

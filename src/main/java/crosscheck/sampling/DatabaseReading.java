package crosscheck.sampling;

import java.util.List;

/**
 * What PostgreSQL told at one moment.
 *
 * @param sessions client sessions of the database, the sampler's own not among them; {@code null} where they were not told
 * @param queueDepth rows of the queue table, {@code null} where it could not be counted in time
 */
record DatabaseReading(List<Session> sessions, Long queueDepth) {
    static final DatabaseReading MISSING = new DatabaseReading(null, null);

    /**
     * One session.
     *
     * @param key backend process and start, which no other session shares
     * @param applicationName empty where not set, {@code null} where we have no right to see it
     * @param clientPort the client's TCP port, or -1 for a Unix socket, or {@code null} where we have no right to see it
     * @param state as in {@code pg_stat_activity}, {@code null} where we have no right to see it
     * @param waitsForLock whether it waits for a heavyweight lock
     */
    record Session(String key, String applicationName, Integer clientPort, String state, boolean waitsForLock) {
        /** Its backend process on the server. */
        long pid() {
            return Long.parseLong(key.substring(0, key.indexOf('@')));
        }

        boolean idleInTransaction() {
            return state != null && state.startsWith("idle in transaction");
        }
    }
}

package crosscheck.environment;

import java.time.Duration;

/**
 * A database session that kept the reset from its locks and was ended for it.
 *
 * @param pid its PostgreSQL process
 * @param applicationName whose it was: {@code crosscheck-python}, {@code crosscheck-rust} or another
 * @param state as {@code pg_stat_activity} says, for example {@code idle in transaction}
 * @param query its last statement
 * @param transactionAge how long its transaction had been open
 */
public record BlockingSession(int pid, String applicationName, String state, String query, Duration transactionAge) {

    private static final Duration LONG = Duration.ofSeconds(10);

    /** Whether its transaction was forgotten, or hangs; else a statement was being carried out, as in an overloaded service. */
    public boolean isLeftOpen() {
        return !"active".equals(state) || transactionAge.compareTo(LONG) > 0;
    }

    /** For a reader: who held what for how long. */
    @Override
    public String toString() {
        return "session %d of %s was %s for %.1f s, last statement: %s"
                .formatted(pid, applicationName, state, transactionAge.toMillis() / 1000.0, query);
    }
}

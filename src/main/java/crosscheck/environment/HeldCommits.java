package crosscheck.environment;

import static java.util.stream.Collectors.joining;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Holds back commits: whoever has changed a row of a contract table waits at its commit for a lock that this holds, until a
 * while after the first one came there. What leaves an implementation until then left it before the commit.
 */
public final class HeldCommits implements AutoCloseable {
    /** Time for whatever an implementation does at once with its commit, on another thread or through another server. */
    private static final Duration SETTLE = Duration.ofMillis(150);

    private static final Duration POLL = Duration.ofMillis(2);
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);
    private static final String LOCK = "hashtextextended('crosscheck held commits', 0)";

    private static final String HOLD = """
            CREATE OR REPLACE FUNCTION crosscheck.await_release() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_advisory_xact_lock_shared(%s);
                RETURN NULL;
            END $$;
            """.formatted(LOCK)
            + Schema.TABLES.stream().map(table -> """
            CREATE CONSTRAINT TRIGGER crosscheck_held AFTER INSERT OR UPDATE OR DELETE ON public.%s
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION crosscheck.await_release();
            """.formatted(table)).collect(joining());

    private static final String LET_GO = Schema.TABLES.stream()
            .map("DROP TRIGGER IF EXISTS crosscheck_held ON public.%s;\n"::formatted)
            .collect(joining());

    private static final String WAITING = """
            SELECT count(*) FROM pg_locks
            WHERE locktype = 'advisory' AND NOT granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (classid::bigint << 32 | objid::bigint) = %s""".formatted(LOCK);

    private final SecretUrl url;
    private final Connection holder;
    private final LongSupplier micros;
    private final Thread watcher = new Thread(this::watch, "crosscheck-held-commits");
    private volatile boolean closing;
    private volatile Long releasedMicros;
    private volatile SQLException failure;

    private HeldCommits(SecretUrl url, Connection holder, LongSupplier micros) {
        this.url = url;
        this.holder = holder;
        this.micros = micros;
    }

    static HeldCommits hold(SecretUrl url, LongSupplier micros) {
        try {
            Connection holder = Postgres.dataSource(url).getConnection();
            try {
                Sessions.clearTheWay(holder, LOCK_TIMEOUT, () -> Sql.execute(holder, HOLD));
                Sql.texts(holder, "SELECT pg_advisory_lock(" + LOCK + ")");
            } catch (SQLException | RuntimeException e) {
                holder.close();
                throw e;
            }
            HeldCommits held = new HeldCommits(url, holder, micros);
            held.watcher.setDaemon(true);
            held.watcher.start();
            return held;
        } catch (SQLException e) {
            throw Postgres.failure(url, e);
        }
    }

    /** When the first commit was let go, on the clock given; empty where none came. */
    public Optional<Long> releasedMicros() {
        return Optional.ofNullable(releasedMicros);
    }

    /** Lets go of what waits and holds back no more. */
    @Override
    public void close() {
        closing = true;
        try (holder) {
            watcher.join();
            if (failure != null) {
                throw failure;
            }
            Sessions.clearTheWay(holder, LOCK_TIMEOUT, () -> Sql.execute(holder, LET_GO));
        } catch (SQLException e) {
            throw Postgres.failure(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RunError.environment("interrupted while a commit was held back");
        }
    }

    private void watch() {
        try {
            while (!closing && Sql.number(holder, WAITING) == 0) {
                LockSupport.parkNanos(POLL.toNanos());
            }
            if (!closing) {
                LockSupport.parkNanos(SETTLE.toNanos());
                releasedMicros = micros.getAsLong();
            }
            Sql.texts(holder, "SELECT pg_advisory_unlock(" + LOCK + ")");
        } catch (SQLException e) {
            failure = e;
        }
    }
}

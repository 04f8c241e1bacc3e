package crosscheck.environment;

import static java.util.stream.Collectors.joining;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import crosscheck.observation.ExchangeRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Holds back commits: whoever has changed a row of a contract table waits at its commit for a lock that this holds, until a
 * while after the first one came there. What leaves an implementation until then left it before the commit. Transactions that
 * changed something are counted: what more than one of them did, a reader in between has seen half done.
 */
public final class HeldCommits {
    /** Time for whatever an implementation does at once with its commit, on another thread or through another server. */
    private static final Duration SETTLE = Duration.ofMillis(150);

    private static final Duration POLL = Duration.ofMillis(2);
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);
    private static final String LOCK = "hashtextextended('crosscheck held commits', 0)";

    private static final String HOLD = """
            CREATE UNLOGGED TABLE IF NOT EXISTS crosscheck.committed (transaction xid8 PRIMARY KEY);
            TRUNCATE crosscheck.committed;
            CREATE OR REPLACE FUNCTION crosscheck.await_release() RETURNS trigger LANGUAGE plpgsql
                SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
            BEGIN
                IF TG_OP <> 'UPDATE' OR OLD IS DISTINCT FROM NEW THEN
                    INSERT INTO crosscheck.committed VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
                END IF;
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

    private static final String COMMITTED = "SELECT count(*) FROM crosscheck.committed";

    private final SecretUrl url;
    private final Duration quietTimeout;
    private final Connection holder;
    private final LongSupplier micros;
    private final Thread watcher = new Thread(this::watch, "crosscheck-held-commits");
    private volatile boolean closing;
    private volatile Long releasedMicros;
    private volatile SQLException failure;

    private HeldCommits(SecretUrl url, Duration quietTimeout, Connection holder, LongSupplier micros) {
        this.url = url;
        this.quietTimeout = quietTimeout;
        this.holder = holder;
        this.micros = micros;
    }

    static HeldCommits hold(SecretUrl url, Duration quietTimeout, LongSupplier micros) {
        try {
            Connection holder = Postgres.dataSource(url).getConnection();
            try {
                Sessions.clearTheWay(holder, LOCK_TIMEOUT, () -> Sql.execute(holder, HOLD));
                Sql.texts(holder, "SELECT pg_advisory_lock(" + LOCK + ")");
            } catch (SQLException | RuntimeException e) {
                holder.close();
                throw e;
            }
            HeldCommits held = new HeldCommits(url, quietTimeout, holder, micros);
            held.watcher.setDaemon(true);
            held.watcher.start();
            return held;
        } catch (SQLException e) {
            throw Postgres.failure(url, e);
        }
    }

    /**
     * Lets go of what waits, and holds back no more once the implementations are at rest.
     *
     * @return empty where no commit came
     */
    public Optional<ExchangeRecord.HeldCommit> end() {
        closing = true;
        try (holder) {
            watcher.join();
            if (failure != null) {
                throw failure;
            }
            Sessions.awaitQuiet(holder, quietTimeout);
            long transactions = Sql.number(holder, COMMITTED);
            Sessions.clearTheWay(holder, LOCK_TIMEOUT, () -> Sql.execute(holder, LET_GO));
            return Optional.ofNullable(releasedMicros)
                    .map(released -> new ExchangeRecord.HeldCommit(released, transactions));
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

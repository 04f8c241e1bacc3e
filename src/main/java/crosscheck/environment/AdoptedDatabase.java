package crosscheck.environment;

import static java.util.stream.Collectors.joining;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * The database that running targets already use. It is taken when it is empty or carries crosscheck's marker, and left empty but
 * for the marker; anything else is refused untouched. One run holds it at a time.
 */
final class AdoptedDatabase implements Provision {
    private static final int SHOWN = 12;

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

    private static final String EMPTY = Schema.TABLES.stream()
                    .map("DROP TABLE IF EXISTS public.%1$s, crosscheck.snapshot_%1$s CASCADE;\n"::formatted)
                    .collect(joining())
            + "DROP TABLE IF EXISTS crosscheck.migration, crosscheck.snapshot_sequence, crosscheck.committed;\n"
            + "DROP FUNCTION IF EXISTS crosscheck.await_release";

    private static final String MARKED = "SELECT count(to_regclass('crosscheck.marker'))";

    /** Everything that a user made, without what extensions brought and what PostgreSQL keeps for itself. */
    private static final String FOUND = """
            WITH object AS (
                SELECT 'pg_class'::regclass AS class, oid, relnamespace AS namespace, relname AS name,
                       CASE relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                                    WHEN 'f' THEN 'foreign table' ELSE 'table' END AS kind
                FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                UNION ALL
                SELECT 'pg_proc'::regclass, oid, pronamespace, proname, 'function' FROM pg_proc
                UNION ALL
                SELECT 'pg_type'::regclass, oid, typnamespace, typname, 'type' FROM pg_type WHERE typtype IN ('e', 'd')
                UNION ALL
                SELECT 'pg_namespace'::regclass, oid, oid, '', 'schema' FROM pg_namespace WHERE nspname <> 'public'
            )
            SELECT kind || ' ' || nspname || CASE name WHEN '' THEN '' ELSE '.' || name END
            FROM object JOIN pg_namespace ON pg_namespace.oid = namespace
            WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
              AND NOT EXISTS (SELECT FROM pg_depend
                              WHERE classid = object.class AND objid = object.oid AND deptype = 'e')
            ORDER BY kind = 'schema', kind <> 'table', 1""";

    private final SecretUrl url;
    private final Connection owner;

    private AdoptedDatabase(SecretUrl url, Connection owner) {
        this.url = url;
        this.owner = owner;
    }

    /** Takes the database, empty but for the marker. */
    static AdoptedDatabase adopt(SecretUrl url) {
        try (Connection connection = Postgres.connect(url)) {
            Connection owner = AdvisoryLock.tryHold(url)
                    .orElseThrow(() -> RunError.environment(
                            "crosscheck.database.url = %s: another run of crosscheck uses this database. Wait for its end, or name another."
                                    .formatted(url)));
            try {
                if (Sql.number(connection, MARKED) == 1) {
                    empty(connection);
                } else {
                    refuseUnlessEmpty(url, connection);
                    mark(connection);
                }
                return new AdoptedDatabase(url, owner);
            } catch (SQLException | RuntimeException e) {
                owner.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Postgres.failure(url, e);
        }
    }

    @Override
    public SecretUrl url() {
        return url;
    }

    @Override
    public void close() {
        try (owner;
                Connection connection = Postgres.connect(url)) {
            empty(connection);
        } catch (SQLException e) {
            throw Postgres.failure(url, e);
        }
    }

    private static void refuseUnlessEmpty(SecretUrl url, Connection connection) throws SQLException {
        List<String> found = Sql.texts(connection, FOUND);
        if (!found.isEmpty()) {
            String more = found.size() > SHOWN ? " and %d more".formatted(found.size() - SHOWN) : "";
            throw RunError.environment(
                    ("crosscheck.database.url = %s: this database is not empty and was not made by crosscheck, so it is left as it is."
                                    + " Found: %s%s. Name an empty database, one that the targets use.")
                            .formatted(url, found.stream().limit(SHOWN).collect(joining(", ")), more));
        }
    }

    private static void mark(Connection connection) throws SQLException {
        Sql.execute(connection, """
                CREATE SCHEMA crosscheck;
                CREATE TABLE crosscheck.marker (text text NOT NULL, made_at timestamptz NOT NULL DEFAULT now());
                INSERT INTO crosscheck.marker
                VALUES ('crosscheck made this database its own when it was empty: it may empty it at any time')""");
    }

    /** Drops the contract's tables and all of crosscheck's own but the marker; ends sessions that stand in the way. */
    private static void empty(Connection connection) throws SQLException {
        Sessions.clearTheWay(connection, LOCK_TIMEOUT, () -> Sql.execute(connection, EMPTY));
    }
}

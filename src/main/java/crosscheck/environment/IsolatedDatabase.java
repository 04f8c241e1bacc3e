package crosscheck.environment;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A database of this run's own on the user's server: created at the start, dropped at the end. A session inside it holds an
 * advisory lock for as long as its owner lives, on whatever host; a database of that name without the lock is a dead owner's,
 * and the next run drops it.
 */
final class IsolatedDatabase implements Provision {
    private static final String LEFT_OVER = """
            SELECT datname FROM pg_database
            WHERE datname ~ '^crosscheck_[0-9a-f]{16}$' AND pg_has_role(datdba, 'USAGE')""";

    private static final int ATTEMPTS = 5;

    private final SecretUrl server;
    private final String name;
    private final Connection owner;

    private IsolatedDatabase(SecretUrl server, String name, Connection owner) {
        this.server = server;
        this.name = name;
        this.owner = owner;
    }

    static IsolatedDatabase create(SecretUrl server) {
        try (Connection connection = Postgres.connect(server)) {
            for (String name : Sql.texts(connection, LEFT_OVER)) {
                dropIfDead(server, connection, name);
            }
            return create(server, connection);
        } catch (SQLException e) {
            throw Postgres.failure(server, e);
        }
    }

    @Override
    public SecretUrl url() {
        return Postgres.withDatabase(server, name);
    }

    @Override
    public void close() {
        try (owner;
                Connection connection = Postgres.connect(server)) {
            drop(connection, name);
        } catch (SQLException e) {
            throw Postgres.failure(server, e);
        }
    }

    private static IsolatedDatabase create(SecretUrl server, Connection connection) throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String name = "crosscheck_%016x".formatted(new SecureRandom().nextLong());
            Sql.execute(connection, "CREATE DATABASE " + name);
            Optional<Connection> owner = hold(server, name);
            if (owner.isPresent()) {
                return new IsolatedDatabase(server, name, owner.get());
            }
        }
        throw RunError.environment(
                server + ": other runs of crosscheck keep dropping what this one creates; start it again.");
    }

    private static void dropIfDead(SecretUrl server, Connection connection, String name) throws SQLException {
        Optional<Connection> session = hold(server, name);
        if (session.isPresent()) {
            drop(connection, name);
            session.get().close();
        }
    }

    /**
     * A database without a lock looks dead, so a run that starts may drop one that another has only just created: a failure to
     * connect means the same as a lock that another holds.
     */
    private static Optional<Connection> hold(SecretUrl server, String name) {
        try {
            return AdvisoryLock.tryHold(Postgres.withDatabase(server, name));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static void drop(Connection connection, String name) throws SQLException {
        Sql.execute(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}

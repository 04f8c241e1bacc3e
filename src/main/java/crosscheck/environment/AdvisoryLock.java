package crosscheck.environment;

import crosscheck.configuration.SecretUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Who holds a database: a session in it with an advisory lock, which the server frees when its client is gone. */
final class AdvisoryLock {
    private static final String TRY_LOCK = "SELECT pg_try_advisory_lock(hashtextextended('crosscheck', 0))::int";

    private AdvisoryLock() {}

    /** The session that now holds this database until it is closed; empty where another one does. */
    static Optional<Connection> tryHold(SecretUrl database) throws SQLException {
        Connection session = Postgres.dataSource(database).getConnection();
        try {
            if (Sql.number(session, TRY_LOCK) == 1) {
                return Optional.of(session);
            }
        } catch (SQLException e) {
            session.close();
            throw e;
        }
        session.close();
        return Optional.empty();
    }
}

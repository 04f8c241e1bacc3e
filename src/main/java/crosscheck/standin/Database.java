package crosscheck.standin;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, through a pool as large as the operations that run at once. */
final class Database implements AutoCloseable {
    private static final int CONNECT_SECONDS = 1;
    private static final int ANSWER_SECONDS = 15;
    private static final Set<String> OUT_OF_REACH = Set.of("57P01", "57P02", "57P03", "53300", "3D000");

    private final HikariDataSource pool;
    private final BeforeCommit beforeCommit;

    /** Something to do with a session. */
    @FunctionalInterface
    interface Work<T> {
        T with(Session session) throws SQLException;
    }

    /** What happens between a transaction's last statement and its commit. */
    @FunctionalInterface
    interface BeforeCommit {
        void of(String operation, Connection connection) throws SQLException;
    }

    Database(DataSource server, int connections, BeforeCommit beforeCommit) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
        config.setValidationTimeout(CONNECT_SECONDS * 500L);
        config.setInitializationFailTimeout(-1);
        config.setPoolName("stand-in");
        this.pool = new HikariDataSource(config);
        this.beforeCommit = beforeCommit;
    }

    /** The server as {@code postgresql://user:password@host:port/database} names it. */
    static DataSource server(URI url, String applicationName) {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        int port = url.getPort() < 0 ? 5432 : url.getPort();
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl("jdbc:postgresql://" + url.getHost() + ":" + port + url.getRawPath() + query);
        if (url.getRawUserInfo() != null) {
            String[] credentials = url.getRawUserInfo().split(":", 2);
            server.setUser(decoded(credentials[0]));
            server.setPassword(credentials.length == 2 ? decoded(credentials[1]) : null);
        }
        server.setApplicationName(applicationName);
        server.setConnectTimeout(CONNECT_SECONDS);
        server.setSocketTimeout(ANSWER_SECONDS);
        return server;
    }

    <T> T with(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return work.with(new Session(connection, beforeCommit));
        }
    }

    boolean reachable() {
        try {
            return with(session -> session.exists("SELECT 1"));
        } catch (SQLException outOfReach) {
            return false;
        }
    }

    static boolean isOutOfReach(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || OUT_OF_REACH.contains(state));
    }

    @Override
    public void close() {
        pool.close();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

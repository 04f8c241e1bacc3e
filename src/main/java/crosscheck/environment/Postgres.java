package crosscheck.environment;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a {@code postgresql://user:password@host:port/database} URL, and what their failures mean to the user. */
final class Postgres {
    static final String APPLICATION_NAME = "crosscheck-harness";
    private static final int OLDEST_VERSION = 14;
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final String KEY = "crosscheck.database.url (or DATABASE_URL)";

    private Postgres() {}

    static PGSimpleDataSource dataSource(SecretUrl secret) {
        URI url = secret.reveal();
        PGSimpleDataSource source = new PGSimpleDataSource();
        if (url.getRawQuery() != null) {
            source.setUrl("jdbc:postgresql://" + url.getHost() + "/?" + url.getRawQuery());
        }
        source.setServerNames(new String[] {url.getHost()});
        source.setPortNumbers(new int[] {url.getPort() < 0 ? 5432 : url.getPort()});
        if (url.getRawPath().length() > 1) {
            source.setDatabaseName(decode(url.getRawPath().substring(1)));
        }
        if (url.getRawUserInfo() != null) {
            String[] user = url.getRawUserInfo().split(":", 2);
            source.setUser(decode(user[0]));
            source.setPassword(user.length > 1 ? decode(user[1]) : null);
        }
        source.setApplicationName(APPLICATION_NAME);
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setLoginTimeout(CONNECT_TIMEOUT_SECONDS);
        return source;
    }

    /** The same server and user, another database. */
    static SecretUrl withDatabase(SecretUrl secret, String database) {
        URI url = secret.reveal();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new SecretUrl(URI.create(url.getScheme() + "://" + url.getRawAuthority() + "/" + database + query));
    }

    /** A connection to a server that the user named, with its version checked. */
    static Connection connect(SecretUrl url) {
        try {
            Connection connection = dataSource(url).getConnection();
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                connection.close();
                throw RunError.environment("%s = %s is PostgreSQL %d; crosscheck needs %d or newer."
                        .formatted(KEY, url, version, OLDEST_VERSION));
            }
            return connection;
        } catch (SQLException e) {
            throw failure(url, e);
        }
    }

    /** The failure in the user's words: key, URL without its secrets, what happened and what to do. */
    static RunError failure(SecretUrl url, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String advice =
                switch (state) {
                    case "28P01", "28000" -> "The server refused user or password; check both.";
                    case "3D000" -> "There is no such database; create it, or name another.";
                    case "42501" ->
                        "The user lacks a right: grant it, or name a user who may create databases, schemas and tables.";
                    case "53300" -> "The server has no connection left; end some, or raise max_connections.";
                    default ->
                        state.startsWith("08")
                                ? "Nothing answered there as PostgreSQL; check host and port, and that the server runs."
                                : "See the server's log.";
                };
        return new RunError(
                RunError.Cause.ENVIRONMENT,
                "%s = %s: %s (SQL state %s). %s".formatted(KEY, url, firstLine(e.getMessage()), state, advice),
                e);
    }

    private static String firstLine(String message) {
        return message == null ? "no message" : message.lines().findFirst().orElse("no message");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

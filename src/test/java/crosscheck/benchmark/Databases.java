package crosscheck.benchmark;

import java.net.URI;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections by a URL such as {@code postgresql://user:password@host:port/database}. */
final class Databases {
    private Databases() {}

    static DataSource at(URI url) {
        String[] user = url.getUserInfo().split(":", 2);
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setServerNames(new String[] {url.getHost()});
        database.setPortNumbers(new int[] {url.getPort()});
        database.setDatabaseName(url.getPath().substring(1));
        database.setUser(user[0]);
        database.setPassword(user.length > 1 ? user[1] : "");
        return database;
    }
}

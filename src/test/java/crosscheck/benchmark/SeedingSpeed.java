package crosscheck.benchmark;

import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.data.CopyTable;
import crosscheck.data.Dataset;
import crosscheck.environment.Environment;
import crosscheck.environment.Ownership;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** A million runs made up and copied into PostgreSQL at once, against a COPY of the same bytes from a file, in turns. */
final class SeedingSpeed {
    private static final int RUNS = 1_000_000;
    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final CopyTable runs;
    private final Path bytes;

    /** Writes the rows. */
    private interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    private SeedingSpeed(Connection connection, CopyTable runs, Path bytes) {
        this.connection = connection;
        this.runs = runs;
        this.bytes = bytes;
    }

    static void run(Path work, int pairs) throws IOException {
        Properties most = new Properties();
        most.setProperty("crosscheck.data.runs", Integer.toString(RUNS));
        Settings settings =
                Configuration.load(Map.of(), new Properties(), Set.of()).settings();
        Settings.Data data =
                Configuration.load(Map.of(), most, Set.of()).settings().data();
        CopyTable runs = Dataset.generate(data, settings.seed()).tables().stream()
                .filter(table -> table.name().equals("run"))
                .findFirst()
                .orElseThrow();
        Path bytes = work.resolve("run.copy");
        try (OutputStream out = Files.newOutputStream(bytes)) {
            runs.writeTo(out);
        }
        try (Ownership ownership = Ownership.claim();
                Environment environment = Environment.start(settings, true, ownership, line -> {});
                Connection connection = Databases.at(
                                URI.create(environment.databaseUrl().reveal().toString()))
                        .getConnection()) {
            new SeedingSpeed(connection, runs, bytes).measure(pairs);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.delete(bytes);
        }
    }

    private void measure(int pairs) throws IOException, SQLException {
        List<Double> ratios = new ArrayList<>();
        Source plain = out -> Files.copy(bytes, out);
        copy(plain);
        copy(runs::writeTo);
        System.out.println("pair  plain COPY rows/s  seeding rows/s  ratio");
        for (int pair = 0; pair < pairs; pair++) {
            boolean plainFirst = pair % 2 == 0;
            double first = copy(plainFirst ? plain : runs::writeTo);
            double second = copy(plainFirst ? runs::writeTo : plain);
            double copied = plainFirst ? first : second;
            double seeded = plainFirst ? second : first;
            ratios.add(seeded / copied);
            System.out.printf("%4d  %17.0f  %14.0f  %5.3f%n", pair + 1, copied, seeded, seeded / copied);
        }
        System.out.println("seeding over a plain COPY of the same bytes: " + GeometricMean.of(ratios));
    }

    /** @return rows a second */
    private double copy(Source source) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE run_copy (LIKE run INCLUDING DEFAULTS)");
            long before = System.nanoTime();
            String sql = "COPY run_copy (" + runs.columns() + ") FROM STDIN";
            try (OutputStream out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER)) {
                source.writeTo(out);
            }
            double seconds = (System.nanoTime() - before) / 1e9;
            statement.execute("DROP TABLE run_copy");
            return RUNS / seconds;
        }
    }
}

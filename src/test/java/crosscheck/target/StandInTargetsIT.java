package crosscheck.target;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.configuration.Configuration;
import crosscheck.configuration.SecretUrl;
import crosscheck.configuration.Settings;
import crosscheck.contract.Implementation;
import crosscheck.standin.StandIn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

class StandInTargetsIT {
    @TempDir
    private Path folder;

    private final List<ProcessHandle> tracked = new CopyOnWriteArrayList<>();

    @Test
    void standInsPassThePreflightAndShareClassDataFromTheSecondStartOn() throws Exception {
        int redisPort = freePort();
        RedisServer redis = new RedisServer(redisPort);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            redis.start();
            applySchema(postgres);
            SecretUrl databaseUrl =
                    new SecretUrl(URI.create("postgresql://postgres@localhost:" + postgres.getPort() + "/postgres"));
            SecretUrl redisUrl = new SecretUrl(URI.create("redis://localhost:" + redisPort));
            for (boolean shared : new boolean[] {false, true}) {
                try (Targets targets = start(databaseUrl, redisUrl)) {
                    targets.preflight(postgres.getPostgresDatabase(), redisUrl);
                    assertThat(targets.infos()).hasSize(2).allSatisfy(info -> assertThat(
                                    info.identity().endsWith("class data shared"))
                            .isEqualTo(shared));
                    assertThat(sharing(targets)).isEqualTo(shared);
                    assertThat(targets.ends()).isEmpty();
                }
                assertThat(tracked).noneMatch(ProcessHandle::isAlive);
            }
        } finally {
            redis.stop();
        }
    }

    /** Whether the archive is mapped by the process. */
    private boolean sharing(Targets targets) throws IOException {
        long pid = targets.roots(Implementation.RUST).pids().iterator().next();
        try (Stream<String> maps = Files.lines(Path.of("/proc/" + pid + "/maps"))) {
            return maps.anyMatch(line -> line.contains(folder.toString()));
        }
    }

    private Targets start(SecretUrl databaseUrl, SecretUrl redisUrl) throws InterruptedException {
        Settings settings =
                Configuration.load(Map.of(), new Properties(), Set.of()).settings();
        StandInCommand standIn = new StandInCommand(
                StandIn.class.getName(), StandIn::jvmFlags, System.getProperty("java.class.path"), folder);
        return Targets.start(
                settings, databaseUrl, redisUrl, folder.resolve("logs"), standIn, tracked::add, line -> {});
    }

    private static void applySchema(EmbeddedPostgres postgres) throws Exception {
        try (InputStream schema = StandInTargetsIT.class.getResourceAsStream("/schema/V1__janitor.sql");
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

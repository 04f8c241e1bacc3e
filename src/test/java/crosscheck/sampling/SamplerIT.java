package crosscheck.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import crosscheck.contract.Implementation;
import crosscheck.observation.HarnessSample;
import crosscheck.observation.JsonLines;
import crosscheck.observation.ResourceSample;
import crosscheck.observation.RunClock;
import crosscheck.observation.RunFolder;
import crosscheck.observation.ServerSample;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class SamplerIT {
    private static EmbeddedPostgres server;

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();
    private RunFolder folder;
    private Sampler sampler;

    @BeforeAll
    static void startServer() throws Exception {
        server = EmbeddedPostgres.start();
        try (Connection connection = database("setup").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE queue (id bigserial PRIMARY KEY)");
            statement.execute("INSERT INTO queue SELECT FROM generate_series(1, 50)");
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void createFolder() {
        folder = RunFolder.create(directory);
    }

    @AfterEach
    void stop() {
        sampler.close();
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Test
    void seesChildrenComeAndGoAndKeepsTheirCpuTime() throws Exception {
        Process parent =
                shell("read go; sh -c 'while :; do :; done' & child=$!; read stop; kill $child; wait; read end");

        start(Map.of(Implementation.PYTHON, Set.of(parent.pid())));
        ResourceSample alone = awaitSample(sample -> sample.processes() == 1);
        assertThat(alone.pssBytes()).isPositive().isLessThanOrEqualTo(alone.rssBytes());
        assertThat(alone.descriptors()).isGreaterThanOrEqualTo(3);
        assertThat(alone.threads()).isEqualTo(1);

        tell(parent);
        ResourceSample busy = awaitSample(sample -> sample.processes() == 2 && sample.cpuSeconds() > 0.2);
        assertThat(busy.rssBytes()).isGreaterThan(alone.rssBytes());

        tell(parent);
        ResourceSample after = awaitSample(sample -> sample.processes() == 1 && sample.atMicros() > busy.atMicros());
        assertThat(after.cpuSeconds()).isGreaterThanOrEqualTo(busy.cpuSeconds());
    }

    @Test
    void countsSessionsByStateAndTheQueue() throws Exception {
        try (Connection idle = database("crosscheck-python").getConnection();
                Connection holder = database("crosscheck-rust").getConnection();
                Connection waiter = database("crosscheck-rust").getConnection()) {
            lockFirstItem(holder);
            Thread waiting = new Thread(() -> lockFirstItem(waiter));
            waiting.start();

            start(Map.of(Implementation.PYTHON, Set.of(), Implementation.RUST, Set.of()));
            ResourceSample rust = awaitSample(
                    sample -> sample.implementation() == Implementation.RUST && sample.waitingOnLocks() == 1);
            assertThat(rust.connections()).isEqualTo(2);
            assertThat(rust.idleInTransaction()).isEqualTo(1);
            assertThat(rust.queueDepth()).isEqualTo(50);

            ResourceSample python = awaitSample(sample -> sample.implementation() == Implementation.PYTHON);
            assertThat(python.connections()).isEqualTo(1);
            assertThat(python.idleInTransaction()).isZero();
            holder.rollback();
            waiting.join();
            assertThat(idle.isValid(1)).isTrue();
        }
    }

    @Test
    void attributesSessionsWithoutANameToTheProcessThatHoldsThem() throws Exception {
        Process client = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        UnnamedClient.class.getName(),
                        url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(client);

        start(Map.of(Implementation.RUST, Set.of(client.pid())));
        ResourceSample sample = awaitSample(each -> each.connections() != null && each.connections() == 2);
        assertThat(sample.implementation()).isEqualTo(Implementation.RUST);
    }

    @Test
    void whatCannotBeToldIsMissingNotZero() throws Exception {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        SamplingPlan plan = new SamplingPlan(
                Map.of(Implementation.PYTHON, Set::of),
                () -> false,
                nowhere,
                true,
                Optional::empty,
                Duration.ofMillis(50),
                Duration.ofSeconds(1));

        sampler = Sampler.start(plan, folder, RunClock.start());
        List<ResourceSample> samples =
                await().until(() -> JsonLines.read(folder.resources(), ResourceSample.class), some -> some.size() > 2);
        assertThat(samples).allMatch(ResourceSample::isMissing);
    }

    @Test
    void tellsWhatBothSidesShareAndWhatABackendWrote() throws Exception {
        try (Connection python = database("crosscheck-python").getConnection();
                Statement statement = python.createStatement()) {
            start(Map.of(Implementation.PYTHON, Set.of(ProcessHandle.current().pid())));
            ResourceSample before = awaitSample(sample -> sample.databaseWriteBytes() != null);
            statement.execute("CREATE TABLE written AS SELECT generate_series(1, 200000) AS n");
            ResourceSample after =
                    awaitSample(sample -> sample.databaseWriteBytes() > before.databaseWriteBytes() + (1 << 20));
            assertThat(after.privateBytes()).isPositive().isLessThan(after.rssBytes());
            statement.execute("DROP TABLE written");
        }
        // Sessions tell PostgreSQL what they did a second later at the earliest.
        await().until(() -> lastOf(servers()).commits() > servers().get(0).commits());
        sampler.close();
        ServerSample last = lastOf(servers());
        assertThat(last.blocksHit()).isPositive();
        assertThat(last.redisClients()).isEqualTo(3);
        assertThat(last.hostReadBytes()).isNotNegative();
    }

    private List<ServerSample> servers() {
        return JsonLines.read(folder.servers(), ServerSample.class);
    }

    private static <T> T lastOf(List<T> all) {
        return all.get(all.size() - 1);
    }

    /** RSS at every sample, PSS at every tenth; asked of the CPU clock, not of the wall. */
    @Test
    void costsLessThanAHundredthOfACoreForEightProcesses() throws Exception {
        Set<Long> roots = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            roots.add(shell("read end").pid());
        }
        Map<Implementation, Supplier<Set<Long>>> sides = Map.of(Implementation.PYTHON, () -> roots);
        SamplingPlan plan = new SamplingPlan(
                sides, () -> false, database(""), true, Optional::empty, Duration.ofMillis(100), Duration.ofSeconds(1));
        sampler = Sampler.start(plan, folder, RunClock.start());
        await().atMost(Duration.ofSeconds(60)).until(() -> harness().size() >= 220);
        sampler.close();
        List<HarnessSample> all = harness();
        HarnessSample warm = all.get(120);
        HarnessSample last = all.get(all.size() - 1);
        double seconds = last.samplerCpuSeconds() - warm.samplerCpuSeconds();
        assertThat(seconds / (all.size() - 1 - 120))
                .as("CPU seconds a sample, one each second")
                .isLessThan(0.01);
    }

    @Test
    void watchesTheHarnessAndItsServer() throws Exception {
        start(Map.of());
        await().until(() -> harness().size() >= 10);
        sampler.close();
        HarnessSample last = harness().get(harness().size() - 1);
        assertThat(last.generatorCpuSeconds()).isGreaterThan(last.samplerCpuSeconds());
        assertThat(last.samplerCpuSeconds()).isPositive();
        assertThat(last.postgresCpuSeconds()).isPositive();
        assertThat(harness())
                .extracting(HarnessSample::hostBusy)
                .filteredOn(busy -> busy != null)
                .allMatch(busy -> busy >= 0 && busy <= 1)
                .isNotEmpty();
        assertThat(harness()).extracting(HarnessSample::atMicros).isSorted();
        assertThat(last.generatorHeap()).isBetween(0.0, 1.0);
        assertThat(last.wallOffsetMicros()).isBetween(-60_000_000L, 60_000_000L);
    }

    @Test
    void samplesThatWereDueAndNotTakenAreMarked() {
        SamplingPlan plan = new SamplingPlan(
                Map.of(
                        Implementation.PYTHON,
                        () -> Set.of(ProcessHandle.current().pid())),
                () -> false,
                database(""),
                true,
                Optional::empty,
                Duration.ofNanos(100_000),
                Duration.ofSeconds(1));
        sampler = Sampler.start(plan, folder, RunClock.start());

        awaitSample(sample -> sample.atMicros() > 0);
        List<ResourceSample> samples = await().until(
                        () -> JsonLines.read(folder.resources(), ResourceSample.class),
                        some -> some.stream().anyMatch(ResourceSample::isMissing));
        assertThat(samples).extracting(ResourceSample::atMicros).isSorted();
        assertThat(samples).anyMatch(sample -> !sample.isMissing());
    }

    @Test
    void whoElseUsesTheProcessorsIsNotSaidWhereAPartOfTheRunIsOutOfSight() {
        SamplingPlan plan = new SamplingPlan(
                Map.of(Implementation.PYTHON, Set::of),
                () -> true,
                database(""),
                true,
                Optional::empty,
                Duration.ofMillis(50),
                Duration.ofSeconds(1));
        sampler = Sampler.start(plan, folder, RunClock.start());

        await().until(() -> harness().size() >= 2);
        assertThat(harness()).extracting(HarnessSample::othersCpuSeconds).containsOnlyNulls();
    }

    private void start(Map<Implementation, Set<Long>> roots) {
        Map<Implementation, Supplier<Set<Long>>> suppliers = new EnumMap<>(Implementation.class);
        roots.forEach((side, pids) -> suppliers.put(side, () -> pids));
        SamplingPlan plan = new SamplingPlan(
                suppliers,
                () -> false,
                database(""),
                true,
                () -> Optional.of("connected_clients:3\r\nused_memory:1024\r\ntotal_commands_processed:7\r\n"),
                Duration.ofMillis(50),
                Duration.ofMillis(50));
        sampler = Sampler.start(plan, folder, RunClock.start());
    }

    private ResourceSample awaitSample(Predicate<ResourceSample> wanted) {
        return await().until(
                        () -> JsonLines.read(folder.resources(), ResourceSample.class).stream()
                                .filter(sample -> !sample.isMissing() && wanted.test(sample))
                                .reduce((earlier, later) -> later)
                                .orElse(null),
                        sample -> sample != null);
    }

    private List<HarnessSample> harness() {
        return JsonLines.read(folder.harness(), HarnessSample.class);
    }

    private static void lockFirstItem(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT FROM queue WHERE id = 1 FOR UPDATE");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process shell(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        started.add(process);
        return process;
    }

    private static void tell(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    private static String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static DataSource database(String applicationName) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url());
        database.setApplicationName(applicationName);
        return database;
    }

    /** A program that holds two connections without a name until its standard input is closed. */
    static final class UnnamedClient {
        public static void main(String[] arguments) throws Exception {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(arguments[0]);
            database.setApplicationName("");
            try (Connection first = database.getConnection();
                    Connection second = database.getConnection()) {
                if (first.isValid(1) && second.isValid(1)) {
                    System.in.read();
                }
            }
        }
    }
}

package crosscheck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import crosscheck.RunError;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.SecretUrl;
import crosscheck.configuration.Settings;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsIT {
    private static final SecretUrl DATABASE = new SecretUrl(URI.create("postgresql://me:secret@localhost:1/x"));
    private static final SecretUrl REDIS = new SecretUrl(URI.create("redis://localhost:1"));

    @TempDir
    private Path folder;

    private final List<ProcessHandle> tracked = new CopyOnWriteArrayList<>();
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final List<Process> ours = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        ours.forEach(Process::destroyForcibly);
        assertThat(tracked).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void commandsAreStartedWithTheContractsEnvironmentAndStopped() throws Exception {
        try (Targets targets = start(commands("serves", "serves"))) {
            for (Implementation side : Implementation.values()) {
                URI url = targets.registry().baseUrl(side, Service.SITE).reveal();
                assertThat(get(url, "/environment").body()).isEqualTo("0 " + side + " 10");
                assertThat(targets.roots(side).pids()).hasSize(1);
            }
            assertThat(progress).hasSize(2);
            assertThat(targets.infos())
                    .allSatisfy(info -> assertThat(info.identity()).startsWith("sha256:"));
            assertThat(FakeTarget.log(folder, "rust"))
                    .contains("listening on")
                    .contains("database postgresql://localhost:1/x")
                    .doesNotContain("secret");
        }
        assertThat(tracked).hasSize(2);
    }

    @Test
    void aTargetThatDiesInMidRunIsNoticedWithItsLog() throws Exception {
        List<TargetEnd> told = new CopyOnWriteArrayList<>();
        try (Targets targets = start(commands("serves", "serves"))) {
            targets.onEnd(told::add);
            crash(targets.registry()
                    .baseUrl(Implementation.RUST, Service.RUNNER)
                    .reveal());
            await().atMost(Duration.ofSeconds(2)).until(() -> !told.isEmpty());
        }
        assertThat(told).singleElement().satisfies(end -> {
            assertThat(end.implementation()).contains(Implementation.RUST);
            assertThat(end.restarted()).isFalse();
            assertThat(end.text()).contains("exit code 9", "listening on");
        });
    }

    @Test
    void aTargetThatDiesWhileStartingFailsAtOnceWithItsLog() throws Exception {
        long begin = System.nanoTime();
        RunError error = refusal(commands("serves", "dies"));
        assertThat(error.reason()).isEqualTo(RunError.Cause.TARGET);
        assertThat(error.getMessage())
                .contains("rust", "crosscheck.implementations.rust", "exit code 7", "no such table: run")
                .doesNotContain("secret");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aTargetThatPrintsNoUrlIsExplained() {
        Map<String, Object> keys = commands("serves", "silent");
        keys.put("startup.timeout", "2s");
        assertThat(refusal(keys).getMessage()).contains("did not print \"listening on", "within 2 s");
    }

    @Test
    void aTargetThatIsNotReadyIsExplainedByItsLastAnswer() {
        Map<String, Object> keys = commands("serves", "unready");
        keys.put("startup.timeout", "2s");
        assertThat(refusal(keys).getMessage())
                .contains("not ready within 2 s", "/api/health", "503 {\"status\":\"ok\"}");
    }

    @Test
    void aCommandThatDoesNotExistIsAConfigurationError() {
        Map<String, Object> keys = commands("serves", "serves");
        keys.put("implementations.rust.command", List.of("./no-such-program", "--db=postgresql://me:secret@x/y"));
        RunError error = refusal(keys);
        assertThat(error.reason()).isEqualTo(RunError.Cause.CONFIGURATION);
        assertThat(error.getMessage())
                .contains("crosscheck.implementations.rust.command = ./no-such-program", "No such file or directory")
                .doesNotContain("secret");
    }

    @Test
    void aUrlThatNothingAnswersIsNamed() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Map<String, Object> keys = commands("serves", "serves");
        keys.remove("implementations.rust.command");
        keys.put("implementations.rust.url", "http://127.0.0.1:" + closed);
        keys.put("startup.timeout", "1s");
        assertThat(refusal(keys).getMessage())
                .contains("crosscheck.implementations.rust.url = http://127.0.0.1:" + closed, "nothing answers");
    }

    @Test
    void aStubbornTargetIsKilled() throws Exception {
        try (Targets targets = start(commands("serves", "stubborn"))) {
            assertThat(targets.ends()).isEmpty();
        }
        assertThat(tracked).hasSize(2).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void childrenOfATargetEndWithIt() throws Exception {
        List<ProcessHandle> tree;
        try (Targets targets = start(commands("serves", "parent"))) {
            long root = targets.roots(Implementation.RUST).pids().iterator().next();
            tree = ProcessHandle.of(root).orElseThrow().descendants().toList();
            assertThat(tree).hasSize(1);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> tree.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void theProcessBehindAUrlIsFoundAndWatched() throws Exception {
        Path log = folder.resolve("by-hand.log");
        Process parent = run(FakeTarget.command("parent"), log);
        URI url = await().atMost(Duration.ofSeconds(20)).until(() -> listening(log), found -> found != null);
        Map<String, Object> keys = commands("serves", "serves");
        keys.remove("implementations.rust.command");
        keys.put("implementations.rust.url", url.toString());
        List<TargetEnd> told = new CopyOnWriteArrayList<>();
        try (Targets targets = start(keys)) {
            ProcessHandle server = parent.descendants().findFirst().orElseThrow();
            // The parent is a child of this JVM, which does not count; the server is the child of the parent.
            assertThat(targets.roots(Implementation.RUST)).isEqualTo(new Roots(Set.of(parent.pid()), "", false));
            assertThat(targets.infos())
                    .filteredOn(info -> info.how() == How.URL)
                    .singleElement()
                    .satisfies(info -> assertThat(info.identity()).startsWith("fake/1, sha256:"));
            targets.onEnd(told::add);
            server.destroyForcibly();
            await().atMost(Duration.ofSeconds(3)).until(() -> !told.isEmpty());
        }
        assertThat(told.get(0).text()).contains(url.toString(), "have ended");
    }

    @Test
    void companionsAreStartedBeforeTheSides() throws Exception {
        Map<String, Object> keys = commands("serves", "serves");
        keys.put("companions", List.of(Map.of("name", "forge", "command", FakeTarget.command("serves"))));
        try (Targets targets = start(keys)) {
            assertThat(progress.get(0)).startsWith("companion forge is ready");
            assertThat(targets.infos()).hasSize(3);
        }
    }

    private static Map<String, Object> commands(String python, String rust) {
        return new TreeMap<>(Map.of(
                "implementations.python.command", FakeTarget.command(python),
                "implementations.rust.command", FakeTarget.command(rust)));
    }

    private Targets start(Map<String, Object> keys) throws IOException, InterruptedException {
        Path conf = folder.resolve("test.conf");
        Map<String, Object> prefixed = new TreeMap<>();
        keys.forEach((key, value) -> prefixed.put("crosscheck." + key, value));
        StringBuilder text = new StringBuilder();
        prefixed.forEach((key, value) -> text.append(key)
                .append(" = ")
                .append(ConfigValueFactory.fromAnyRef(value).render(ConfigRenderOptions.concise()))
                .append('\n'));
        Files.writeString(conf, text);
        Properties properties = new Properties();
        properties.setProperty("crosscheck.config", conf.toString());
        Settings settings = Configuration.load(Map.of(), properties, Set.of()).settings();
        StandInCommand none = new StandInCommand("None", architecture -> List.of(), "", folder);
        return Targets.start(settings, DATABASE, REDIS, folder, none, tracked::add, progress::add);
    }

    private RunError refusal(Map<String, Object> keys) {
        RunError error = catchThrowableOfType(RunError.class, () -> start(keys).close());
        assertThat(error).isNotNull();
        return error;
    }

    private Process run(List<String> command, Path log) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectOutput(log.toFile()).start();
        ours.add(process);
        return process;
    }

    private static URI listening(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("listening on "))
                .map(line -> URI.create(line.substring("listening on ".length())))
                .findFirst()
                .orElse(null);
    }

    private static void crash(URI url) throws InterruptedException {
        try {
            get(url, "/crash");
        } catch (IOException e) {
            assertThat(e).isNotNull(); // it died instead of answering
        }
    }

    private static HttpResponse<String> get(URI url, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}

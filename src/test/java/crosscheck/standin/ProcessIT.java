package crosscheck.standin;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessIT {
    private static Backends backends;

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    /** A stand-in's top process and where it listens. */
    private record Running(Process process, int port) {
        Client client() {
            return new Client(port);
        }
    }

    @BeforeAll
    static void startBackends() throws Exception {
        backends = new Backends();
        backends.reset(1);
    }

    @AfterAll
    static void stopBackends() {
        backends.close();
    }

    @AfterEach
    void stopProcesses() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @ParameterizedTest
    @EnumSource
    void servesAndEndsOnSigtermWithZero(Implementation implementation) throws Exception {
        Running standIn = listening(implementation);
        Awaitility.await().until(() -> standIn.client().get("/api/health").status() == 200);
        List<ProcessHandle> workers = standIn.process().descendants().toList();
        assertThat(workers).hasSize(implementation == Implementation.PYTHON ? 2 : 0);

        standIn.process().destroy();

        assertThat(standIn.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(standIn.process().exitValue()).isZero();
        assertThat(workers).noneMatch(ProcessHandle::isAlive);
    }

    @ParameterizedTest
    @EnumSource
    void endsWhenItsParentIsGone(Implementation implementation) throws Exception {
        Running standIn = listening(implementation);
        List<ProcessHandle> workers = standIn.process().descendants().toList();

        standIn.process().getOutputStream().close();

        assertThat(standIn.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(workers).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void workersEndWhenTheirMasterIsKilled() throws Exception {
        Running standIn = listening(Implementation.PYTHON);
        List<ProcessHandle> workers = standIn.process().descendants().toList();

        standIn.process().destroyForcibly();

        Awaitility.await().until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void aWorkerThatDiesTakesTheMasterWithIt() throws Exception {
        Running standIn = listening(Implementation.PYTHON);
        List<ProcessHandle> workers = standIn.process().descendants().toList();

        workers.get(0).destroyForcibly();

        assertThat(standIn.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(standIn.process().exitValue()).isNotZero();
        assertThat(errors()).contains("worker " + workers.get(0).pid() + " ended");
        Awaitility.await().until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void finishesWhatIsUnderWayWhenToldToEnd() throws Exception {
        Running standIn = listening(Implementation.RUST, Map.of("CROSSCHECK_FAULTS", "slow"));
        backends.reset(1);
        backends.fillQueue();
        CompletableFuture<Integer> assigned =
                CompletableFuture.supplyAsync(() -> standIn.client().assign("w").status());
        Awaitility.await().until(() -> backends.number("SELECT count(*) FROM queue WHERE status = 'assigned'") == 1);

        standIn.process().destroy();

        assertThat(assigned.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(standIn.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(standIn.process().exitValue()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichFaultsThereAre(Implementation implementation) throws Exception {
        Process process = start(implementation, Map.of("CROSSCHECK_FAULTS", "slow,sluggish"));

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(errors()).contains("sluggish", "slow, errors, memory-leak").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatThePortIsInUse(Implementation implementation) throws Exception {
        Running first = listening(implementation);
        Process second = start(implementation, Map.of("PORT", Integer.toString(first.port())));

        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isNotZero();
        assertThat(errors()).contains("PORT = " + first.port()).doesNotContain("\tat ");
    }

    private Running listening(Implementation implementation) throws IOException {
        return listening(implementation, Map.of());
    }

    private Running listening(Implementation implementation, Map<String, String> environment) throws IOException {
        Process process = start(implementation, environment);
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        assertThat(line).as("first line; errors: %s", errors()).startsWith("listening on http://127.0.0.1:");
        return new Running(process, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
    }

    private Process start(Implementation implementation, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(StandIn.jvmFlags(implementation));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StandIn.class.getName()));
        command.add(implementation.id());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors").toFile()));
        builder.environment().putAll(backends.environment(implementation));
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors"));
    }
}

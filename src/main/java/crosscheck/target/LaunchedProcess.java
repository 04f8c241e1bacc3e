package crosscheck.target;

import crosscheck.RunError;
import crosscheck.configuration.Redaction;
import crosscheck.configuration.SecretUrl;
import crosscheck.configuration.Secrets;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that crosscheck started. Its standard input stays open for as long as crosscheck lives, so that a program that
 * reads it ends with crosscheck; its output goes to a log, without credentials.
 */
final class LaunchedProcess {
    private static final Pattern LISTENING = Pattern.compile("listening on (https?://[\\w.:\\[\\]-]+)");

    private final Deployment deployment;
    private final Process process;
    private final Secrets secrets;
    private final LogTail tail = new LogTail();
    private final CompletableFuture<SecretUrl> listening = new CompletableFuture<>();
    private final Thread pump;
    /** Looked up before it is asked to end, for afterwards its children have another parent. */
    private volatile List<ProcessHandle> tree = List.of();

    private LaunchedProcess(Deployment deployment, Process process, Path log) throws IOException {
        this.deployment = deployment;
        this.process = process;
        Files.createDirectories(log.toAbsolutePath().getParent());
        BufferedWriter writer = Files.newBufferedWriter(log);
        secrets = Secrets.of(deployment.program().orElseThrow().environment().values());
        pump = new Thread(() -> pump(writer), "log of " + deployment.name());
        pump.setDaemon(true);
        pump.start();
    }

    /** @throws RunError configuration: the command or its directory does not exist */
    static LaunchedProcess start(Deployment deployment) {
        Program program = deployment.program().orElseThrow();
        if (!Files.isDirectory(program.directory())) {
            throw RunError.configuration(
                    deployment.key() + ".directory = " + program.directory() + ": there is no such directory");
        }
        ProcessBuilder builder = new ProcessBuilder(program.command())
                .directory(program.directory().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(program.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw RunError.configuration(Redaction.of(deployment.key() + ".command = "
                    + String.join(" ", program.command()) + ": cannot be started: " + reason(e)));
        }
        try {
            return new LaunchedProcess(deployment, process, program.log());
        } catch (IOException e) {
            process.destroyForcibly();
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(IOException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    private void pump(BufferedWriter log) {
        try (log;
                BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    listening.complete(new SecretUrl(URI.create(matcher.group(1))));
                }
                String shown = Redaction.of(secrets.hide(line));
                tail.add(shown);
                log.write(shown);
                log.newLine();
                log.flush();
            }
        } catch (IOException e) {
            tail.add("(its output can no longer be read: " + e.getMessage() + ")");
        }
    }

    /** The base URL that it printed, once it has. */
    Optional<SecretUrl> listening() {
        return Optional.ofNullable(listening.getNow(null));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** That it ended, how, and the last that it wrote. */
    String obituary() {
        awaitOutput();
        return deployment.name() + " (process " + process.pid() + ", " + deployment.key() + ") ended with exit code "
                + process.exitValue() + "; the last lines of "
                + deployment.program().orElseThrow().log() + ":\n" + tail;
    }

    String tail() {
        return tail.toString();
    }

    /** The end of its output is still in the pipe when it is gone; children that live on may hold the pipe open. */
    private void awaitOutput() {
        try {
            pump.join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end; {@link #awaitEnd} does the rest. */
    void terminate() {
        // Not Process.destroy(), which would close the pipes before it has finished what is under way.
        tree = process.descendants().toList();
        process.toHandle().destroy();
    }

    /** Waits until it has ended, at most for the time given, and kills what is left of its tree. */
    void awaitEnd(Duration grace) {
        try {
            process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        tree.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        awaitOutput();
    }
}

package crosscheck.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@link Generator} in a JVM of its own that can be held still and go on. */
final class GeneratorProcess implements AutoCloseable {
    /** Those of Gatling's Maven plugin, and that of the pom: as {@code mvn gatling:test} starts it. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx1G",
            "-XX:MaxInlineLevel=20",
            "-XX:MaxTrivialSize=12",
            "-XX:MaxTenuringThreshold=2",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

    private final Process process;
    private final Path console;

    private GeneratorProcess(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    /**
     * @param folder for what it writes
     * @param target process that the sampler is to look at
     */
    static GeneratorProcess start(
            Class<? extends Generator> generator, Path folder, URI server, long target, String database)
            throws IOException {
        Path console = Files.createDirectories(folder).resolve("console.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of(
                "-Dbenchmark.server=" + server,
                "-Dbenchmark.target=" + target,
                "-Dbenchmark.database=" + database,
                "-Dbenchmark.folder=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "--simulation",
                generator.getName(),
                "--results-folder",
                folder.resolve("gatling").toString(),
                "-nr"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        return new GeneratorProcess(process, console);
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    void holdStill() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Processor time that it has used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow(this::ended);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
        if (kill.waitFor() != 0 || !process.isAlive()) {
            throw ended();
        }
    }

    private IllegalStateException ended() {
        return new IllegalStateException("the generator has ended: see " + console);
    }
}

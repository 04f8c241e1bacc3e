package crosscheck.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscheck.observation.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The main job, or another simulation, in a JVM of its own, as the Gatling plugin forks it. */
final class MainJob {
    private static final long MINUTES = 30;

    private final String simulation;
    private final Path reports;
    private final List<String> settings;

    MainJob(Path reports, String... settings) {
        this("MigrationGateSimulation", reports, List.of(settings));
    }

    private MainJob(String simulation, Path reports, List<String> settings) {
        this.simulation = simulation;
        this.reports = reports;
        this.settings = settings;
    }

    /** Another simulation, by its simple name. */
    static MainJob of(String simulation, Path reports, String... settings) {
        return new MainJob(simulation, reports, List.of(settings));
    }

    /** Runs it to its end and reads its {@code result.json}. */
    Outcome run() throws IOException, InterruptedException {
        return run(job -> {});
    }

    /** @param beside is handed the job's process when it has started */
    Outcome run(Consumer<Process> beside) throws IOException, InterruptedException {
        Files.createDirectories(reports);
        Set<Path> earlier = runs();
        Path console = reports.resolve("console.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dcrosscheck.reports=" + reports));
        settings.forEach(setting -> command.add("-Dcrosscheck." + setting));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "--simulation",
                "crosscheck.simulation." + simulation,
                "--results-folder",
                "target/gatling"));
        Process job = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        beside.accept(job);
        if (!job.waitFor(MINUTES, TimeUnit.MINUTES)) {
            job.destroyForcibly();
            throw new IllegalStateException("the job did not end within " + MINUTES + " minutes: " + tail(console));
        }
        Set<Path> runs = runs();
        runs.removeAll(earlier);
        if (runs.size() != 1) {
            throw new IllegalStateException("one run was to be made, but there are " + runs + ": " + tail(console));
        }
        RunFolder folder = new RunFolder(runs.iterator().next());
        JsonNode result = new ObjectMapper().readTree(folder.result().toFile());
        return new Outcome(job.exitValue(), folder, result, tail(console));
    }

    private Set<Path> runs() throws IOException {
        try (Stream<Path> runs = Files.list(reports)) {
            return runs.filter(Files::isDirectory).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String tail(Path console) throws IOException {
        List<String> lines = Files.readAllLines(console);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    /**
     * @param exitCode of the job's JVM
     * @param console the last lines that it wrote
     */
    record Outcome(int exitCode, RunFolder folder, JsonNode result, String console) {

        /** Ids of the asked gates that are not passed, those of one side with its name. */
        Set<String> notPassed() {
            Set<String> gates = new TreeSet<>();
            for (JsonNode gate : result.path("gates")) {
                String verdict = gate.path("verdict").asText();
                if (!verdict.equals("pass") && !verdict.equals("skipped")) {
                    gates.add(gate.path("id").asText() + " "
                            + gate.path("implementation").asText() + " " + verdict);
                }
            }
            return gates;
        }

        /** The open findings, each as suite and kind. */
        Set<String> openFindings() {
            return StreamSupport.stream(result.path("findings").spliterator(), false)
                    .filter(finding -> finding.path("status").asText().equals("open"))
                    .map(finding -> finding.path("suite").asText() + "/"
                            + finding.path("kind").asText())
                    .collect(TreeSet::new, Set::add, Set::addAll);
        }
    }
}

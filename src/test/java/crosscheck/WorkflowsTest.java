package crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CI runs is there, under the names by which it is called. */
class WorkflowsTest {
    private static final Path WORKFLOWS = Path.of(".github", "workflows");
    private static final Path JOB = Path.of(".ci", "job");
    private static final Path SIMULATIONS = Path.of("src", "test", "java", "crosscheck", "simulation");
    private static final Pattern SCRIPT = Pattern.compile("\\.ci/[a-z-]+");
    private static final Pattern SIMULATION = Pattern.compile("\\b[A-Z]\\w+Simulation\\b");
    private static final Pattern EXECUTION = Pattern.compile("exec:exec@([a-z-]+)");
    private static final Pattern MACHINE = Pattern.compile("-Dcrosscheck\\.baseline\\.machine=\\S+");
    private static final Pattern PINNED = Pattern.compile("[\\w-]+/[\\w-]+@[0-9a-f]{40}");

    @Test
    void everyScriptThatAStepRunsIsThereAndCanBeRun() throws IOException {
        List<String> commands = values("run");

        assertThat(all(SCRIPT, String.join("\n", commands)))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(Path.of(script)).isExecutable());
    }

    @Test
    void theMatrixIsTheStrategysAndItsJobsAreKnown() throws IOException {
        JsonNode matrix = new YAMLMapper()
                .readTree(WORKFLOWS.resolve("integration-tests.yml").toFile())
                .path("jobs")
                .path("integration-tests")
                .path("strategy")
                .path("matrix")
                .path("test-scenario");

        assertThat(matrix)
                .extracting(JsonNode::asText)
                .containsExactly("api-compatibility", "data-consistency", "workflow-complete", "performance-baseline")
                .allSatisfy(name -> assertThat(Files.readString(JOB)).contains("  " + name + ") simulations=("));
    }

    @Test
    void everySimulationIsThereAndTheBuildKnowsIt() throws IOException {
        String scripts = Files.readString(JOB) + Files.readString(Path.of(".ci", "baseline"));
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(all(SIMULATION, scripts)).isNotEmpty().allSatisfy(name -> {
            assertThat(SIMULATIONS.resolve(name + ".java")).isRegularFile();
            assertThat(pom).contains(name);
        });
    }

    @Test
    void everyCommandThatAScriptStartsIsInTheBuild() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String script = Files.readString(Path.of(".ci", "baseline"));

        assertThat(EXECUTION.matcher(script).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(pom).contains("<id>" + id + "</id>"));
    }

    @Test
    void whatAPullRequestMeasuresIsComparedWithTheStoredRunsAndNotKept() throws IOException {
        String job = commands("integration-tests.yml");
        String nightly = commands("performance-baseline.yml");

        assertThat(job).contains("baseline-history restore").doesNotContain("baseline-history save");
        assertThat(nightly).contains("baseline-history restore", "baseline-history save");
        assertThat(all(MACHINE, job)).hasSize(1).isEqualTo(all(MACHINE, nightly));
    }

    @Test
    void actionsArePinnedToACommit() throws IOException {
        assertThat(values("uses")).isNotEmpty().allMatch(PINNED.asMatchPredicate());
    }

    private static TreeSet<String> all(Pattern pattern, String text) {
        TreeSet<String> found = new TreeSet<>();
        pattern.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    private static String commands(String workflow) {
        return String.join("\n", tree(WORKFLOWS.resolve(workflow)).findValuesAsText("run"));
    }

    private static List<String> values(String key) throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.flatMap(file -> tree(file).findValuesAsText(key).stream())
                    .toList();
        }
    }

    private static JsonNode tree(Path workflow) {
        try {
            return new YAMLMapper().readTree(workflow.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

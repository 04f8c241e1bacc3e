package crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of CI, beside a Maven that only leaves what each of its commands would. */
@DisabledOnOs(OS.WINDOWS)
class CiScriptsTest {
    private static final String RUNS = "target/performance-reports/";

    /** A run's folder is numbered, and its summary says so. */
    private static final String A_RUN = """
            *gatling:test*) n=$(find target -name '*Simulation' | wc -l)
              for word in "$@"; do case $word in
                -Dgatling.simulationClass=*) simulation=${word##*.} ;;
                -Dcrosscheck.reports=*) reports=${word#*=} ;;
              esac; done
              mkdir -p "$reports/$n-$simulation"
              echo "run $n" > "$reports/$n-$simulation/summary.md" ;;
            """;

    @TempDir
    Path checkout;

    private record Ended(int exitCode, String console) {}

    @BeforeEach
    void copyTheScripts() throws IOException {
        Files.createDirectories(checkout.resolve(".ci"));
        Files.createDirectories(checkout.resolve("target"));
        for (String script : List.of("baseline", "job")) {
            Files.copy(Path.of(".ci", script), checkout.resolve(".ci").resolve(script));
        }
    }

    @Test
    void theSummaryIsThatOfTheRunThatHasTheComparison() throws Exception {
        maven(A_RUN + "*baseline-compare*) echo 'report: " + RUNS + "1-PerformanceBaselineSimulation/index.html' ;;");

        Ended ended = run("baseline", "3");

        assertThat(ended.exitCode()).isZero();
        assertThat(checkout.resolve(RUNS + "summary.md")).hasContent("run 1");
        assertThat(ended.console()).contains("baseline-promote");
    }

    @Test
    void whereEveryRunWasLeftOutTheSummarySaysSoAndNothingIsKept() throws Exception {
        maven(A_RUN + "*baseline-compare*) echo 'left out: it was not sound'; echo 'crosscheck: inconclusive' ;;");

        Ended ended = run("baseline", "1");

        assertThat(ended.exitCode()).isZero();
        assertThat(checkout.resolve(RUNS + "summary.md")).content().contains("left out: it was not sound");
        assertThat(ended.console()).doesNotContain("baseline-promote");
    }

    @Test
    void whatIsWorseFailsAndIsNotKept() throws Exception {
        maven(A_RUN + "*baseline-compare*) echo 'report: " + RUNS
                + "0-PerformanceBaselineSimulation/index.html'; exit 1 ;;");

        Ended ended = run("baseline", "1");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(checkout.resolve(RUNS + "summary.md")).hasContent("run 0");
        assertThat(ended.console()).doesNotContain("baseline-promote");
    }

    @Test
    void aSimulationThatLeavesNothingDoesNotKeepTheNextFromItsTurn() throws Exception {
        maven("*DataConsistency*) exit 1 ;;\n" + A_RUN);

        Ended ended = run("job", "data-consistency");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(checkout.resolve("target/integration-test-results/0-MessageQueueSimulation"))
                .isDirectory();
    }

    /** @param cases of a shell, by the command line */
    private void maven(String cases) throws IOException {
        String script = """
                #!/usr/bin/env bash
                echo "mvn $*" >&2
                case $* in
                %s
                esac
                """.formatted(cases);
        Files.writeString(checkout.resolve("mvn"), script);
        Files.setPosixFilePermissions(checkout.resolve("mvn"), PosixFilePermissions.fromString("rwx------"));
    }

    private Ended run(String script, String argument) throws IOException, InterruptedException {
        Path console = checkout.resolve("console");
        ProcessBuilder process = new ProcessBuilder("bash", ".ci/" + script, argument)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        process.environment().merge("PATH", checkout.toString(), (path, own) -> own + File.pathSeparator + path);
        process.environment().remove("GITHUB_STEP_SUMMARY");
        int exitCode = process.start().waitFor();
        return new Ended(exitCode, Files.readString(console));
    }
}

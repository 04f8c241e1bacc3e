package crosscheck.verdict;

import static crosscheck.verdict.MadeUpRun.slower;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.baseline.RunRecord;
import crosscheck.baseline.Store;
import crosscheck.observation.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run folder with runs of before in it is held against them. */
class BaselineGatesTest {
    @TempDir
    Path directory;

    private RunRecord before;

    @BeforeEach
    void aRunOfBefore() {
        before = RunRecords.of(MadeUpRun.smoke().write(directory.resolve("before")));
    }

    @Test
    void whatIsKeptOfARunIsInItsRecord() {
        assertThat(before.run()).isEqualTo("before");
        assertThat(before.figures())
                .extracting(figure ->
                        figure.metric().implementation() + " " + figure.metric().id())
                .contains(
                        "python assign.mean",
                        "rust assign.p95",
                        "rust submit-result.p99",
                        "python queue-assignment.throughput",
                        "rust error-rate",
                        "rust memory",
                        "python cpu");
        assertThat(before.conditions()).containsEntry("kernel", "6.1").containsEntry("profile", "smoke");
    }

    @Test
    void aRunAsBeforeIsTheSame() {
        Judged judged = judged(MadeUpRun.smoke(), 20);

        assertThat(judged.gate("baseline.assign.mean rust").verdict()).isEqualTo(Verdict.PASS);
        assertThat(judged.gate("baseline.assign.mean rust").reason()).startsWith("the same: ");
        assertThat(judged.result().baseline().stored()).hasSize(20);
    }

    @Test
    void aSlowerImplementationFailsItsOwnGatesOnly() {
        Judged judged = judged(
                MadeUpRun.smoke()
                        .rust(
                                request -> request.scenario().equals("queue-assignment"),
                                request -> slower(request, 20_000)),
                20);

        assertThat(judged.gates(Verdict.FAIL)).contains("baseline.assign.mean rust", "baseline.assign.p95 rust");
        assertThat(judged.gates(Verdict.FAIL))
                .noneMatch(gate -> gate.startsWith("baseline") && gate.endsWith("python"));
        assertThat(judged.gate("baseline.submit-result.mean rust").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void tooFewRunsOfBeforeAreInconclusive() {
        Gate gate = judged(MadeUpRun.smoke(), 3).gate("baseline.assign.mean rust");

        assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate.reason()).contains("17 more stored runs");
    }

    @Test
    void runsThatCannotBeComparedAreNamedWithTheReason() {
        RunFolder folder = MadeUpRun.smoke().write(directory.resolve("now"));
        TreeMap<String, String> conditions = new TreeMap<>(before.conditions());
        conditions.put("kernel", "5.10");
        new Store(folder.storedRuns())
                .put(new RunRecord(before.schema(), "old", before.at(), conditions, before.builds(), before.figures()));

        Gate gate = new Judged(Judgement.of(folder)).gate("baseline.memory python");

        assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate.reason()).contains("kernel was 5.10, is 6.1");
    }

    @Test
    void withoutARunOfBeforeNothingIsAsked() throws IOException {
        RunFolder folder = MadeUpRun.smoke().write(directory.resolve("now"));

        assertThat(Judgement.of(folder).gates()).noneMatch(gate -> gate.id().startsWith("baseline"));

        Files.createDirectories(folder.storedRuns());

        assertThat(new Judged(Judgement.of(folder)).gate("baseline.memory rust").verdict())
                .isEqualTo(Verdict.SKIPPED);
    }

    private Judged judged(MadeUpRun run, int stored) {
        RunFolder folder = run.write(directory.resolve("now"));
        for (int i = 0; i < stored; i++) {
            new Store(folder.storedRuns())
                    .put(new RunRecord(
                            before.schema(),
                            "before-" + i,
                            "2025-12-%02dT00:00:00Z".formatted(i + 1),
                            before.conditions(),
                            before.builds(),
                            before.figures()));
        }
        return new Judged(Judgement.of(folder));
    }
}

package crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.RunError;
import crosscheck.baseline.Figure;
import crosscheck.baseline.RunRecord;
import crosscheck.baseline.Store;
import crosscheck.configuration.Settings;
import crosscheck.observation.RunFolder;
import crosscheck.run.BaselineCompareCommand.Compared;
import crosscheck.verdict.MadeUpRun;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code baseline-promote} keeps and {@code baseline-compare} compares. */
class BaselineCommandsTest {
    @TempDir
    Path directory;

    @Test
    void aSoundRunIsKept() {
        RunRecord record = BaselineFiles.record(run("sound").path());

        assertThat(record.run()).isEqualTo("sound");
        assertThat(record.figures()).hasSizeGreaterThan(20);
    }

    @Test
    void aRunThatDidNotGoToItsEndIsRefusedWithTheReason() throws IOException {
        RunFolder cut = run("cut");
        Files.delete(cut.phases());

        assertThatThrownBy(() -> BaselineFiles.record(cut.path()))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("it was not sound")
                .hasMessageContaining("phases ran to their end");
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        assertThatThrownBy(() -> BaselineFiles.record(directory.resolve("nowhere")))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("no run folder with a plan.json");
    }

    @Test
    void fiveRunsOfOneBuildAreComparedTogetherInTheFolderOfTheNewest() {
        Settings.Baseline settings = stored();
        List<Path> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runs.add(run("candidate-" + i).path());
        }

        Compared compared = BaselineCompareCommand.compare(settings, runs).orElseThrow();

        Result result = compared.result();
        assertThat(compared.isWorse()).isFalse();
        assertThat(result.baseline().candidates()).hasSize(5);
        assertThat(result.baseline().stored()).hasSize(12);
        assertThat(result.gates())
                .filteredOn(gate -> gate.id().startsWith("baseline"))
                .isNotEmpty()
                .noneMatch(gate -> gate.reason().contains("needed"));
        assertThat(runs).contains(compared.folder().path());
        assertThat(compared.folder().path().resolve("index.html")).isRegularFile();
    }

    @Test
    void fiveSlowerRunsFail() {
        List<Path> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runs.add(run("candidate-" + i).path());
        }

        Compared compared = BaselineCompareCommand.compare(stored(0.5), runs).orElseThrow();

        Result result = compared.result();
        assertThat(compared.isWorse()).isTrue();
        assertThat(result.gates())
                .filteredOn(gate -> gate.id().equals("baseline.assign.mean"))
                .hasSize(2)
                .allMatch(gate -> gate.verdict() == Verdict.FAIL)
                .allMatch(gate -> gate.reason().startsWith("worse: +100.0 % in 5 runs"));
        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aRunWithoutLoadHasNoNumbersToKeep() throws IOException {
        RunFolder functional = run("functional");
        Files.writeString(
                functional.plan(),
                Files.readString(functional.plan()).replaceAll("(?s)\"phases\" : \\[.*\\]", "\"phases\" : []"));
        Files.delete(functional.requests());

        assertThatThrownBy(() -> BaselineFiles.record(functional.path()))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("drove no load");
    }

    @Test
    void anUnsoundRunIsLeftOutAndTheConsoleNamesTheFolderThatHasTheAnswer() throws IOException {
        RunFolder one = run("one");
        RunFolder cut = run("cut");
        Files.delete(cut.phases());

        Compared compared = BaselineCompareCommand.compare(stored(), List.of(one.path(), cut.path()))
                .orElseThrow();

        assertThat(compared.result().baseline().candidates()).containsExactly("one");
        assertThat(compared.console().lines()).contains("report: " + one.path().resolve("index.html"));
    }

    @Test
    void whereNoRunWasSoundNothingIsCompared() throws IOException {
        RunFolder cut = run("cut");
        Files.delete(cut.phases());
        RunFolder neverBegun = RunFolder.create(directory.resolve("never-begun"));

        Settings.Baseline settings = stored();
        assertThat(BaselineCompareCommand.compare(settings, List.of(cut.path(), neverBegun.path())))
                .isEmpty();
        assertThat(BaselineCompareCommand.compare(settings, List.of(cut.path())))
                .isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsAnErrorHoweverManyAreNamed() {
        Settings.Baseline settings = stored();
        List<Path> runs = List.of(run("one").path(), directory.resolve("nowhere"));

        assertThatThrownBy(() -> BaselineCompareCommand.compare(settings, runs))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> BaselineCompareCommand.compare(settings, List.of(Path.of(""))))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("-Drun=<folder>");
    }

    @Test
    void runsUnderOtherConditionsAreNoRunsOfOneCandidate() throws IOException {
        RunFolder one = run("one");
        RunFolder two = run("two");
        String plan = Files.readString(two.plan());
        Files.writeString(
                two.plan(), plan.replace("\"6.1\"", "\"6.2\"").replace("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"));

        assertThatThrownBy(() -> BaselineCompareCommand.compare(stored(), List.of(one.path(), two.path())))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("kernel was 6.1, is 6.2");
    }

    private RunFolder run(String name) {
        return MadeUpRun.smoke().write(directory.resolve(name));
    }

    private Settings.Baseline stored() {
        return stored(1);
    }

    /** @param factor the figures of the stored runs are times this */
    private Settings.Baseline stored(double factor) {
        RunRecord record = BaselineFiles.record(run("before").path());
        Store store = new Store(directory.resolve("store"));
        for (int i = 0; i < 12; i++) {
            store.put(new RunRecord(
                    record.schema(),
                    "before-" + i,
                    record.at(),
                    record.conditions(),
                    record.builds(),
                    record.figures().stream()
                            .map(figure -> new Figure(figure.metric(), factor * figure.value(), figure.samples()))
                            .toList()));
        }
        return new Settings.Baseline(store.directory(), "");
    }
}

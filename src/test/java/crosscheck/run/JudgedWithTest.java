package crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.RunError;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Finding;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedWithTest {
    @TempDir
    Path reports;

    @Test
    void otherLimitsAreJudgedByAndKeptUntilTheRunIsJudgedByItsPlanAgain() {
        RunFolder run = MadeUpLoad.run(reports.resolve("a"), 42);

        assertThat(limit(JudgedWith.judge(run, given("crosscheck.thresholds.load.p95", "250"))))
                .isEqualTo("< 250");
        assertThat(run.judgedWith()).hasContent("thresholds.load.p95 = 250");

        assertThat(limit(JudgedWith.judge(run, new Properties()))).isEqualTo("< 1000");
        assertThat(run.judgedWith()).doesNotExist();
    }

    @Test
    void otherGatesMayBeAskedAndWhatIsNotAboutJudgingIsIgnored() {
        RunFolder run = MadeUpLoad.run(reports.resolve("a"), 42);
        Properties given = given("crosscheck.gates.smoke", "run.sound");
        given.setProperty("crosscheck.seed", "43");

        assertThat(JudgedWith.judge(run, given).gates())
                .filteredOn(gate -> gate.id().startsWith("load."))
                .isNotEmpty()
                .allSatisfy(gate -> assertThat(gate.reason()).isEqualTo("not asked by profile smoke"));
        assertThat(run.judgedWith()).hasContent("gates.smoke = run.sound");
    }

    @Test
    void anotherLedgerIsJudgedByAndLeavesTheRunsOwnAsItWas() throws IOException {
        RunFolder run = MadeUpLoad.run(reports.resolve("a"), 42);
        Files.writeString(run.ledger(), "accepted = []");
        Path other = Files.writeString(reports.resolve("other.conf"), """
                accepted = [{ suite = api.parity, operation = assign, kind = value, path = id,
                              reason = r, accepted-by = p, expires = "2025-12-31" }]
                """);

        assertThat(JudgedWith.judge(run, given("crosscheck.ledger.file", other.toString()))
                        .findings())
                .extracting(Finding::kind)
                .containsExactly("ledger-expired");
        assertThat(run.judgedWith()).hasContent("ledger.file = " + other);
        assertThat(run.judgedLedger()).hasSameTextualContentAs(other);
        assertThat(run.ledger()).hasContent("accepted = []");

        assertThat(JudgedWith.judge(run, given("crosscheck.thresholds.load.p95", "250"))
                        .findings())
                .isEmpty();
        assertThat(run.judgedLedger()).doesNotExist();
    }

    @Test
    void aRunJudgedByAnotherLedgerIsJudgedByItsOwnAgain() throws IOException {
        RunFolder run = MadeUpLoad.run(reports.resolve("a"), 42);
        Path other = Files.writeString(reports.resolve("other.conf"), "accepted = []");
        JudgedWith.judge(run, given("crosscheck.ledger.file", other.toString()));

        JudgedWith.judge(run, new Properties());

        assertThat(run.judgedWith()).doesNotExist();
        assertThat(run.judgedLedger()).doesNotExist();
        assertThat(run.ledger()).doesNotExist();
    }

    @Test
    void aLedgerThatIsNotValidIsRefusedAndNothingIsKept() throws IOException {
        RunFolder run = MadeUpLoad.run(reports.resolve("a"), 42);
        Path other = Files.writeString(reports.resolve("other.conf"), "accepted = [{ suite = api.parity }]");

        assertThatThrownBy(() -> JudgedWith.judge(run, given("crosscheck.ledger.file", other.toString())))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("other.conf");
        assertThat(run.judgedWith()).doesNotExist();
        assertThat(run.judgedLedger()).doesNotExist();
    }

    @Test
    void aLimitThatDoesNotExistIsRefused() {
        RunFolder run = MadeUpLoad.run(reports.resolve("a"), 42);

        assertThatThrownBy(() -> JudgedWith.judge(run, given("crosscheck.thresholds.load.p59", "250")))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("p59");
    }

    private static String limit(Result result) {
        return result.gates().stream()
                .filter(gate -> gate.id().equals("load.queue-assignment.p95"))
                .map(Gate::threshold)
                .findFirst()
                .orElseThrow();
    }

    private static Properties given(String name, String value) {
        Properties given = new Properties();
        given.setProperty(name, value);
        return given;
    }
}

package crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.RunError;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
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

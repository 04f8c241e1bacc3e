package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgementTest {
    @TempDir
    Path folder;

    @Test
    void aHealthyRunPasses() {
        Result result = judge(MadeUpRun.smoke());

        assertThat(gatesNotPassed(result)).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.headline()).startsWith("pass (smoke: ").endsWith(" gates not asked)");
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void aHealthyBaselinePasses() {
        Result result = judge(MadeUpRun.baseline());

        assertThat(gatesNotPassed(result)).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    }

    private Result judge(MadeUpRun run) {
        Result result = Judgement.of(run.write(folder));
        ResultFile.write(result, Path.of("/tmp/verdict-result.json"));
        return result;
    }

    private static List<String> gatesNotPassed(Result result) {
        return result.gates().stream()
                .filter(gate -> gate.verdict() != Verdict.PASS)
                .filter(gate -> gate.verdict() != Verdict.SKIPPED)
                .map(gate -> gate.verdict().id() + " " + gate.id() + " " + gate.implementation() + ": " + gate.reason())
                .toList();
    }
}

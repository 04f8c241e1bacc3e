package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.RunError;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void isOneSentence() {
        assertThat(answer(Verdict.PASS, Verdict.PASS, Verdict.PASS)).isEqualTo("Yes: all 2 gates pass.");
        assertThat(answer(Verdict.FAIL, Verdict.FAIL, Verdict.FAIL, Verdict.PASS, Verdict.SKIPPED))
                .isEqualTo("No: 2 of 3 gates fail.");
        assertThat(answer(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE, Verdict.PASS))
                .isEqualTo("Not shown: 1 of 2 gates lacks sound evidence.");
        assertThat(Answer.of(Result.error(RunError.Cause.TARGET, "rust died")).sentence())
                .isEqualTo("No answer: an implementation could not be driven.");
    }

    @Test
    void aPassThatLeftGatesOutSaysSo() {
        assertThat(answer(Verdict.PASS, Verdict.PASS, Verdict.SKIPPED))
                .isEqualTo("Yes, as far as asked: all 1 gate passes.");
    }

    private static String answer(Verdict verdict, Verdict... gates) {
        List<Gate> all = Arrays.stream(gates)
                .map(gate -> new Gate("run.sound", "run", null, gate, null, "", "", 0, "reason"))
                .toList();
        return Answer.of(MadeUpRun.ofGates(verdict, all)).sentence();
    }
}

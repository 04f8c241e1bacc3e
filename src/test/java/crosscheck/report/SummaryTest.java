package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.verdict.Finding;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    @TempDir
    Path path;

    @Test
    void saysTheAnswerTheCategoriesAndTheGates() {
        MadeUpRun run = MadeUpRun.in(path);

        assertThat(summary(run, run.failed()))
                .startsWith("## May we switch? No: 1 of 23 gates fails.\n")
                .contains("> Stand-ins were measured")
                .contains("| Data consistency | ❌ fail | 1 of 2 gates pass |")
                .contains("| invariant.single-assignment | ❌ fail | 0 findings | 2 findings | 0 findings |")
                .contains("| api.read-run.value | number-form | read-run $.value | noted |")
                .endsWith("\nReport: `run/index.html`\n");
    }

    @Test
    void hostileTextStaysTextInOneCell() {
        MadeUpRun run = MadeUpRun.in(path);
        String hostile = "a|b\n<img src=x>[c](http://d) @everyone";
        Result result = run.result(
                Verdict.FAIL,
                hostile,
                List.of(new Gate("api.parity", "api", null, Verdict.FAIL, 1.0, hostile, "", 1, hostile)),
                List.of(new Finding(hostile, "api.parity", "", hostile, "", null, null, "open", "", 1, null, null)));

        assertThat(summary(run, result))
                .contains("a\\|b &lt;img src=x&gt;\\[c\\](http://d) \\@everyone")
                .doesNotContain("a|b", "<img", "[c](", " @everyone");
    }

    private static String summary(MadeUpRun run, Result result) {
        return Summary.of(Page.of("run", result, Evidence.read(run.folder())));
    }
}

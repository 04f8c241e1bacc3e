package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.RunError;
import crosscheck.contract.Implementation;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighlightsTest {
    @TempDir
    Path path;

    @Test
    void theGravestComesFirst() {
        assertThat(highlights(MadeUpRun.in(path).failed()))
                .extracting(Highlight::title)
                .containsExactly("An item goes to one worker only", "Memory of rust over python", "Errors");
    }

    @Test
    void aGateWithFindingsLeadsToTheFirstOfThem() {
        assertThat(highlights(MadeUpRun.in(path).failed()).get(0).anchor())
                .isEqualTo("finding-single-assignment.assign.item-4711");
    }

    @Test
    void theDeathOfATargetComesBeforeWhatFollowsFromIt() {
        List<Gate> gates = List.of(fail("load.queue-assignment.p95"), fail("data.parity"), fail("target.alive"));
        Result result = MadeUpRun.in(path).result(Verdict.FAIL, "fail", gates, List.of());

        assertThat(highlights(result))
                .extracting(Highlight::anchor)
                .containsExactly("gate-target.alive", "gate-data.parity", "gate-load.queue-assignment.p95");
    }

    @Test
    void whatSeveralGatesSayInTheSameWordsIsOneThing() {
        List<Gate> gates = List.of(
                new Gate("api.parity", "", null, Verdict.FAIL, 1.0, "0", "", 1, "schedule header Location"),
                new Gate("data.parity", "", null, Verdict.FAIL, 1.0, "0", "", 1, "schedule header Location"),
                new Gate("messages.order", "", null, Verdict.FAIL, 1.0, "0", "", 1, "schedule header Location"));
        Result result = MadeUpRun.in(path).result(Verdict.FAIL, "fail", gates, List.of());

        assertThat(highlights(result).get(0).title()).isEqualTo("Both leave the same data, and 2 more gates");
        assertThat(highlights(result)).extracting(Highlight::text).doesNotHaveDuplicates();
    }

    @Test
    void whereNothingIsWrongTheFiguresSpeak() {
        assertThat(highlights(MadeUpRun.in(path).passed()))
                .extracting(Highlight::text)
                .containsExactly(
                        "rust holds 58.1 MiB on average where python holds 150 MiB, 38.7 % of it.",
                        "0 errors in 2,540 requests under load, both sides together.",
                        "In the slowest scenario, result-submission, 95 % of requests are answered within 8.15 ms by rust"
                                + " and 33.4 ms by python.");
    }

    @Test
    void anErrorIsSaidFirst() {
        assertThat(highlights(Result.error(RunError.Cause.HARNESS, "the disk is full\ndetails")))
                .extracting(Highlight::text)
                .containsExactly("the disk is full");
    }

    private static Gate fail(String id) {
        return new Gate(id, "", Implementation.RUST, Verdict.FAIL, 1.0, "0", "", 1, id + " is broken");
    }

    private static List<Highlight> highlights(Result result) {
        return Highlights.of(result, GateRow.of(result.gates()), FindingView.of(result.findings()));
    }
}

package crosscheck.verdict;

import static crosscheck.verdict.MadeUpRun.answered;
import static crosscheck.verdict.MadeUpRun.holding;
import static crosscheck.verdict.MadeUpRun.slower;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.observation.Altered;
import crosscheck.observation.HistogramLogs;
import crosscheck.observation.Outcome;
import crosscheck.observation.ResourceSample;
import crosscheck.observation.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a longer run is asked: parity of response times, the normal error rate, leaks. */
class BaselineTest {
    @TempDir
    Path folder;

    @Test
    void aHealthyRunPasses() {
        Judged judged = Judged.of(MadeUpRun.baseline(), folder);

        assertThat(judged.gates(Verdict.FAIL)).isEmpty();
        assertThat(judged.gates(Verdict.INCONCLUSIVE)).isEmpty();
        assertThat(judged.result().verdict()).isEqualTo(Verdict.PASS);
        assertThat(judged.result().comparisons()).hasSize(16);
    }

    @Test
    void slowerBeyondTheMarginInOneOperationFailsItsParity() {
        Judged judged = Judged.of(
                MadeUpRun.baseline()
                        .rust(
                                request -> request.scenario().equals("queue-assignment"),
                                request -> slower(request, 10_000)),
                folder);

        assertThat(judged.gates(Verdict.FAIL))
                .containsExactly(
                        "response-time.parity.assign.mean both",
                        "response-time.parity.assign.p50 both",
                        "response-time.parity.assign.p95 both",
                        "response-time.parity.assign.p99 both");
        assertThat(judged.gates(Verdict.INCONCLUSIVE)).isEmpty();
    }

    @Test
    void aDifferenceAtTheMarginIsInconclusive() {
        Judged judged = Judged.of(
                MadeUpRun.baseline()
                        .rust(
                                request -> request.scenario().equals("queue-assignment"),
                                request -> slower(request, request.responseMicros() * 65 / 100)),
                folder);

        assertThat(judged.gates(Verdict.INCONCLUSIVE)).contains("response-time.parity.assign.mean both");
        assertThat(judged.gate("response-time.parity.assign.mean both").reason())
                .contains("neither");
    }

    @Test
    void halfAPercentOfErrorsBreaksTheNormalRateAlone() {
        Judged judged = Judged.of(
                MadeUpRun.baseline()
                        .everyNthOfRust(200, request -> true, request -> answered(request, Outcome.WRONG, 500, 5_000)),
                folder);

        assertThat(judged.gates(Verdict.FAIL))
                .containsExactly(
                        "load.queue-assignment.error-rate.normal rust",
                        "load.result-submission.error-rate.normal rust",
                        "load.worker-journey.error-rate.normal rust");
    }

    @Test
    void aFewErrorsLeaveTheNormalRateOpen() {
        Judged judged = Judged.of(
                MadeUpRun.baseline()
                        .everyNthOfRust(
                                1_500,
                                request -> request.scenario().equals("queue-assignment"),
                                request -> answered(request, Outcome.WRONG, 500, 5_000)),
                folder);

        assertThat(judged.gates(Verdict.INCONCLUSIVE)).containsExactly("load.queue-assignment.error-rate.normal rust");
    }

    @Test
    void memoryThatGrowsUnderLoadIsALeak() {
        Judged judged = Judged.of(
                MadeUpRun.baseline()
                        .rustSamples(sample -> holding(
                                sample,
                                sample.pssBytes() + 2 * (sample.atMicros() / 60) * (1 << 20) / 1_000_000,
                                sample.connections())),
                folder);

        assertThat(judged.gates(Verdict.FAIL)).containsExactly("memory.leak rust");
        assertThat(judged.gate("memory.leak rust").observed()).isBetween(3.0, 5.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connections", "descriptors", "threads"})
    void whatGrowsUnderLoadIsALeak(String what) {
        Judged judged = Judged.of(
                MadeUpRun.baseline().rustSamples(sample -> more(sample, what, sample.atMicros() / 12_000_000)), folder);

        assertThat(judged.gates(Verdict.FAIL)).containsExactly(what + ".leak rust");
    }

    private static ResourceSample more(ResourceSample sample, String what, long more) {
        return switch (what) {
            case "threads" -> Altered.of(sample, what, sample.threads() + (int) more);
            case "descriptors" -> Altered.of(sample, what, sample.descriptors() + more);
            default -> Altered.of(sample, what, sample.connections() + (int) more);
        };
    }

    @Test
    void theHistogramLogsHoldEveryRequestOfEachPhase() throws IOException {
        MadeUpRun run = MadeUpRun.smoke();
        RunFolder written = run.write(folder);
        HistogramLogs.write(written);

        Path file = written.histograms().resolve("rust.assign.response.hlog");
        long values = 0;
        int intervals = 0;
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            for (EncodableHistogram next = reader.nextIntervalHistogram();
                    next != null;
                    next = reader.nextIntervalHistogram()) {
                values += ((Histogram) next).getTotalCount();
                intervals++;
            }
        }
        assertThat(intervals).isEqualTo(4);
        assertThat(values)
                .isEqualTo(run.requests.stream()
                        .filter(request -> request.operation().equals("assign"))
                        .filter(request -> run.side(request).id().equals("rust"))
                        .count());
    }
}

package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crosscheck.baseline.Figure;
import crosscheck.baseline.Measure;
import crosscheck.baseline.RunRecord;
import crosscheck.contract.Implementation;
import crosscheck.observation.Outcome;
import crosscheck.observation.RequestRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordsTest {
    @TempDir
    Path folder;

    @Test
    void figuresAreThoseOfTheRequestsAndSamples() {
        MadeUpRun run = MadeUpRun.smoke()
                .everyNthOfRust(
                        100, request -> true, request -> MadeUpRun.answered(request, Outcome.WRONG, 500, 5_000));
        RunRecord record = RunRecords.of(run.write(folder.resolve("run")));
        List<RequestRecord> rust = requests(run, request -> true);
        List<RequestRecord> assignments =
                requests(run, request -> request.scenario().equals("queue-assignment"));

        assertThat(record.run()).isEqualTo("run");
        assertThat(record.conditions()).containsEntry("memory is counted by", "PSS");
        Figure mean = figure(record, "assign", Measure.MEAN);
        assertThat(mean.samples()).isEqualTo(assignments.size());
        assertThat(mean.value())
                .isCloseTo(
                        assignments.stream()
                                        .mapToLong(RequestRecord::responseMicros)
                                        .average()
                                        .orElseThrow()
                                / 1_000,
                        within(1e-9));
        assertThat(figure(record, "assign", Measure.P50).value())
                .isLessThan(figure(record, "assign", Measure.P95).value());
        assertThat(figure(record, "queue-assignment", Measure.THROUGHPUT).value())
                .isCloseTo(50, within(1.0));
        long errors = rust.stream()
                .filter(request -> request.outcome() == Outcome.WRONG)
                .count();
        assertThat(figure(record, "", Measure.ERROR_RATE).value())
                .isCloseTo(100.0 * errors / rust.size(), within(1e-9));
        assertThat(figure(record, "", Measure.MEMORY).value()).isBetween(120.0, 124.0);
        assertThat(figure(record, "", Measure.CPU).value()).isCloseTo(1_000 * 0.2 * 12 / rust.size(), within(1e-9));
        assertThat(figure(record, "", Measure.CPU).samples()).isEqualTo(rust.size());
    }

    @Test
    void whatWasNotSampledIsNotKept() {
        MadeUpRun run = MadeUpRun.smoke();
        run.resources.clear();

        assertThat(RunRecords.of(run.write(folder)).figures())
                .extracting(figure -> figure.metric().measure())
                .contains(Measure.MEAN)
                .doesNotContain(Measure.MEMORY, Measure.CPU);
    }

    private static List<RequestRecord> requests(MadeUpRun run, Predicate<RequestRecord> which) {
        return run.requests.stream()
                .filter(request -> run.side(request) == Implementation.RUST)
                .filter(which)
                .toList();
    }

    private static Figure figure(RunRecord record, String subject, Measure measure) {
        return record.figures().stream()
                .filter(figure -> figure.metric().implementation() == Implementation.RUST)
                .filter(figure -> figure.metric().subject().equals(subject))
                .filter(figure -> figure.metric().measure() == measure)
                .findFirst()
                .orElseThrow();
    }
}

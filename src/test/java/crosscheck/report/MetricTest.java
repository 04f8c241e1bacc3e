package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.verdict.Result;
import crosscheck.verdict.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures for other tools, as these read them. */
class MetricTest {
    @TempDir
    Path reports;

    @Test
    void whatIsBetterSmallerIsApartFromWhatIsBetterBigger() {
        List<Metric> metrics = List.of(
                new Metric("rust.assign.p95", "ms", 5.25, Metric.Direction.SMALLER, 1000),
                new Metric("rust.assign.throughput", "requests/s", 49.9, Metric.Direction.BIGGER, 1000));

        assertThat(BenchmarkJson.of(metrics, Metric.Direction.SMALLER).replaceAll("\\s+", " "))
                .isEqualTo("[ { \"name\" : \"rust.assign.p95\", \"unit\" : \"ms\", \"value\" : 5.25,"
                        + " \"extra\" : \"n = 1000\" } ] ");
        assertThat(BenchmarkJson.of(metrics, Metric.Direction.BIGGER)).contains("rust.assign.throughput");
    }

    @Test
    void namesEveryFigureOfTheRunOnce() {
        List<Metric> metrics = Metric.of(MadeUpRun.in(reports.resolve("run")).passed());

        assertThat(metrics)
                .extracting(Metric::name)
                .doesNotHaveDuplicates()
                .contains(
                        "python.queue-assignment.p95",
                        "rust.worker-journey.assign.mean",
                        "rust.result-submission.throughput",
                        "python.memory",
                        "rust.cpu");
    }

    @Test
    void runsOfOneKindAreJoinedTheOldestFirstWithWhatAllOfThemHave() {
        List<Metric> one = List.of(new Metric("a", "ms", 1, Metric.Direction.SMALLER, 1));
        List<Metric> two = List.of(
                new Metric("a", "ms", 2, Metric.Direction.SMALLER, 1),
                new Metric("b", "ms", 3, Metric.Direction.SMALLER, 1));

        assertThat(MetricsCsv.joined(List.of(
                        MetricsCsv.of("2026-11-24T10:00:00Z", "x, \"y\"", "pass", two),
                        MetricsCsv.of("2026-11-23T10:00:00Z", "first", "fail", one))))
                .isEqualTo("""
                        time,run,verdict,a
                        2026-11-23T10:00:00Z,first,fail,1.0
                        2026-11-24T10:00:00Z,x___y_,pass,2.0
                        """);
    }

    @Test
    void areWrittenBesideTheReportAndJoinedBesideTheRuns() throws IOException {
        MadeUpRun run = MadeUpRun.in(reports.resolve("20261123-180500-a"));
        Result result = run.passed();
        ResultFile.write(result, run.folder().result());
        Report.write(run.folder(), result);

        Path folder = run.folder().path();
        assertThat(folder.resolve("benchmark-smaller.json")).isNotEmptyFile();
        assertThat(folder.resolve("benchmark-bigger.json")).isNotEmptyFile();
        assertThat(reports.resolve("metrics-MigrationGateSimulation-smoke.csv"))
                .hasContent(Files.readString(folder.resolve("metrics.csv")));
    }
}

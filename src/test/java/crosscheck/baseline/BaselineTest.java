package crosscheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final Metric MEAN = new Metric(Implementation.RUST, "assign", Measure.MEAN);
    private static final Metric ERRORS = new Metric(Implementation.RUST, "", Measure.ERROR_RATE);
    private static final int REQUESTS = 1_000;

    @TempDir
    Path folder;

    @Test
    void fiveSlowerRunsAreWorseThanTwentyAndFiveFasterOnesBetter() {
        assertThat(compared(20, MEAN, 1.1, 5).outcome()).isEqualTo(Outcome.WORSE);
        assertThat(compared(20, MEAN, 0.9, 5).outcome()).isEqualTo(Outcome.BETTER);
        assertThat(compared(20, MEAN, 1.1, 5).dominance()).isEqualTo(1);
        assertThat(compared(20, MEAN, 1.1, 5).pValue()).isLessThan(0.0001);
    }

    @Test
    void aChangeThatDoesNotMatterIsTheSameHoweverSureItIs() {
        Comparison comparison = compared(20, MEAN, 1.04, 5);

        assertThat(comparison.outcome()).isEqualTo(Outcome.SAME);
        assertThat(comparison.lower()).isPositive();
        assertThat(comparison.detectable()).isLessThan(0.1);
    }

    @Test
    void oneRunIsHeldAgainstTheIntervalOfTwenty() {
        assertThat(compared(20, MEAN, 1.1, 1).outcome()).isEqualTo(Outcome.WORSE);
        assertThat(compared(20, MEAN, 1, 1).outcome()).isEqualTo(Outcome.SAME);
        assertThat(compared(20, MEAN, 1, 1).pValue()).isNull();
    }

    @Test
    void fewerRunsAreInconclusiveAndSayHowManyAreMissing() {
        Comparison comparison = compared(8, MEAN, 1.5, 1);

        assertThat(comparison.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(comparison.reason()).contains("12 more stored runs", "or 4 more of the candidate");
        assertThat(compared(4, MEAN, 1.5, 5).reason()).contains("1 more stored runs");
    }

    @Test
    void runsThatVaryTooMuchSayWhatItWouldTake() {
        Comparison comparison = Baseline.of(runs(20, MEAN, 1, 0.12), candidate(runs(5, MEAN, 1, 0.12)), List.of(MEAN))
                .comparisons()
                .get(0);

        assertThat(comparison.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(comparison.reason()).containsPattern("\\d+ more runs of the candidate would tell a change of \\+10");
    }

    @Test
    void anErrorInAThousandIsNothingButSixAre() {
        List<RunRecord> stored = runs(20, ERRORS, 0, 0);

        assertThat(Baseline.of(stored, candidate(runs(1, ERRORS, 0.1, 0)), List.of(ERRORS))
                        .comparisons()
                        .get(0)
                        .outcome())
                .isNotEqualTo(Outcome.WORSE);
        assertThat(Baseline.of(stored, candidate(runs(5, ERRORS, 0.6, 0)), List.of(ERRORS))
                        .comparisons()
                        .get(0)
                        .outcome())
                .isEqualTo(Outcome.WORSE);
    }

    @Test
    void runsUnderOtherConditionsAreRefusedWithWhatIsOtherAboutThem() {
        List<RunRecord> stored = new ArrayList<>(runs(3, MEAN, 1, 0.01));
        stored.add(under(stored.get(0), "elsewhere", "kernel", "6.2"));

        Baseline baseline = Baseline.of(stored, candidate(runs(1, MEAN, 1, 0.01)), List.of(MEAN));

        assertThat(baseline.stored()).hasSize(3);
        assertThat(baseline.refused())
                .containsExactly(new Baseline.Refusal(List.of("elsewhere"), List.of("kernel was 6.2, is 6.1")));
    }

    @Test
    void anOldBaselineIsSaidToBeStale() {
        List<RunRecord> stored = runs(20, MEAN, 1, 0.01);
        RunRecord run = candidate(runs(1, MEAN, 1, 0.01)).get(0);
        RunRecord late = new RunRecord(
                run.schema(), run.run(), "2026-06-01T00:00:00Z", run.conditions(), run.builds(), run.figures());

        assertThat(Baseline.of(stored, List.of(run), List.of(MEAN)).stale()).isFalse();
        assertThat(Baseline.of(stored, List.of(late), List.of(MEAN)).stale()).isTrue();
        assertThat(Baseline.of(stored, List.of(late), List.of(MEAN)).ageDays()).isEqualTo(150);
    }

    @Test
    void aRunIsNotComparedWithItself() {
        List<RunRecord> stored = runs(6, MEAN, 1, 0.01);

        assertThat(Baseline.of(stored, List.of(stored.get(5)), List.of(MEAN)).stored())
                .hasSize(5);
    }

    @Test
    void aDriftOverManyRunsIsATrend() {
        List<RunRecord> rising = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rising.add(run("run " + i, i, MEAN, 10 * Math.pow(1.01, i) * (1 + 0.002 * noise(i))));
        }

        Course course = Baseline.of(rising, candidate(runs(1, MEAN, 1.2, 0)), List.of(MEAN))
                .courses()
                .get(0);

        assertThat(course.points()).hasSize(21);
        assertThat(course.drift().change()).isBetween(0.009, 0.011);
        assertThat(course.drift().lower()).isPositive();
    }

    @Test
    void aStoreGivesBackWhatItKeepsTheOldestFirst() {
        Store store = new Store(folder.resolve("deep/er"));
        List<RunRecord> runs = runs(3, MEAN, 1, 0.01);

        assertThat(store.runs()).isEmpty();
        List.of(2, 0, 1).forEach(i -> store.put(runs.get(i)));
        store.put(runs.get(1));

        assertThat(store.runs()).isEqualTo(runs);
    }

    private static Comparison compared(int stored, Metric metric, double factor, int candidates) {
        return Baseline.of(
                        runs(stored, metric, 1, 0.01),
                        candidate(runs(candidates, metric, factor, 0.01)),
                        List.of(metric))
                .comparisons()
                .get(0);
    }

    /** Values about {@code 10 * factor} of a mean, and just {@code factor} of an error rate. */
    private static List<RunRecord> runs(int count, Metric metric, double factor, double noise) {
        List<RunRecord> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double value = metric.equals(ERRORS) ? factor : 10 * factor * (1 + noise * noise(i));
            runs.add(run("run " + i, i, metric, value));
        }
        return runs;
    }

    /** Between -1 and 1, without a pattern from one to the next. */
    private static double noise(int index) {
        return (index * 7 % 11 - 5) / 5.0;
    }

    private static List<RunRecord> candidate(List<RunRecord> runs) {
        return runs.stream()
                .map(run -> new RunRecord(
                        run.schema(),
                        "candidate " + run.run(),
                        "2026-01-02" + run.at().substring(10),
                        run.conditions(),
                        run.builds(),
                        run.figures()))
                .toList();
    }

    private static RunRecord run(String name, int hour, Metric metric, double value) {
        return new RunRecord(
                RunRecord.SCHEMA,
                name,
                "2026-01-01T%02d:00:00Z".formatted(hour),
                new TreeMap<>(Map.of("kernel", "6.1")),
                Map.of(Implementation.RUST, "sha256:1"),
                List.of(new Figure(metric, value, REQUESTS)));
    }

    private static RunRecord under(RunRecord run, String name, String fact, String value) {
        return new RunRecord(
                run.schema(), name, run.at(), new TreeMap<>(Map.of(fact, value)), run.builds(), run.figures());
    }
}

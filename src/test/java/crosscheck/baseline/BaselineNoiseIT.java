package crosscheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.baseline.RecordedBlocks.Noise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code docs/baseline.md} promises of comparisons, over a thousand made-up ones with recorded noise and drift. */
class BaselineNoiseIT {
    private static final int COMPARISONS = 1_000;
    private static final int FALSE_ALARMS = 10;
    private static final double FOUND = 0.95;
    /** More than one in twenty: that a change would have been found is said by a deviation that is itself estimated. */
    private static final double OVERLOOKED = 0.1;

    private static final double TENTH = 1.1;
    private static final double LONG_MILLIS = 20;
    /** Recorded p95 are of a few milliseconds. */
    private static final double AS_SLOW = 5;

    private static RecordedBlocks recorded;

    @BeforeAll
    static void read() throws IOException {
        recorded = RecordedBlocks.read(Path.of("src", "test", "resources", "baseline", "blocks.csv"));
    }

    @ParameterizedTest(name = "{1} against {0} runs, deviation {2}, drift {4} with correlation {3}")
    @CsvSource({
        "20, 5, 0, 0.5, 0.01",
        "20, 5, 0.02, 0.5, 0.01",
        "20, 5, 0.02, 0.8, 0.01",
        "12, 5, 0.015, 0.5, 0.005",
        "20, 5, 0.03, 0.5, 0.01",
        "40, 8, 0.03, 0.5, 0.01",
        "20, 1, 0, 0.5, 0.01",
        "20, 1, 0.008, 0.5, 0.005",
        "20, 1, 0.01, 0.5, 0.005",
        "20, 1, 0.02, 0.5, 0.01"
    })
    void runsOfTheSameBuildsAreCalledNeitherWorseNorBetter(
            int stored, int candidates, double deviation, double correlation, double drift) {
        Noise noise = new Noise(deviation, correlation, drift);

        long falseAlarms = IntStream.range(0, COMPARISONS)
                .filter(seed -> compared(stored, candidates, noise, metric -> 1, seed).stream()
                        .anyMatch(comparison ->
                                comparison.outcome() == Outcome.WORSE || comparison.outcome() == Outcome.BETTER))
                .count();

        assertThat(falseAlarms).isLessThanOrEqualTo(FALSE_ALARMS);
    }

    @ParameterizedTest(name = "{1} against {0} runs, deviation {2}, drift {4} with correlation {3}")
    @CsvSource({
        "20, 5, 0.02, 0.5, 0.01",
        "20, 5, 0.02, 0.8, 0.01",
        "12, 5, 0.015, 0.5, 0.005",
        "40, 8, 0.03, 0.5, 0.01",
        "20, 1, 0.008, 0.5, 0.005"
    })
    void aTenthMoreIsFoundWhereRunsVaryNoMore(
            int stored, int candidates, double deviation, double correlation, double drift) {
        Noise noise = new Noise(deviation, correlation, drift);

        assertThat(called(Outcome.WORSE, stored, candidates, noise))
                .hasSize(12)
                .allSatisfy((metric, share) -> assertThat(share).as(metric).isGreaterThanOrEqualTo(FOUND));
    }

    @ParameterizedTest(name = "{1} against {0} runs, deviation {2}, drift {4} with correlation {3}")
    @CsvSource({"20, 5, 0.03, 0.5, 0.01", "20, 1, 0.01, 0.5, 0.005", "20, 1, 0.02, 0.5, 0.01", "20, 5, 0, 0.5, 0.01"})
    void aTenthMoreIsNotCalledTheSameWhereRunsVaryTooMuchToFindIt(
            int stored, int candidates, double deviation, double correlation, double drift) {
        Noise noise = new Noise(deviation, correlation, drift);

        assertThat(called(Outcome.SAME, stored, candidates, noise))
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy((metric, share) -> assertThat(share).as(metric).isLessThanOrEqualTo(OVERLOOKED));
    }

    /** How often each metric that is a tenth more is called so; those of which a promise is made. */
    private static TreeMap<String, Double> called(Outcome outcome, int stored, int candidates, Noise noise) {
        TreeMap<String, Double> called = new TreeMap<>();
        for (int seed = 0; seed < COMPARISONS; seed++) {
            for (Comparison comparison : compared(stored, candidates, noise, metric -> TENTH, seed)) {
                boolean promised =
                        switch (comparison.metric().measure()) {
                            case MEAN, MEMORY, CPU -> true;
                            case P95 -> comparison.before() >= LONG_MILLIS;
                            default -> false;
                        };
                if (promised) {
                    String name = comparison.metric().implementation() + " "
                            + comparison.metric().id();
                    called.merge(name, comparison.outcome() == outcome ? 1.0 / COMPARISONS : 0, Double::sum);
                }
            }
        }
        return called;
    }

    private static List<Comparison> compared(
            int stored, int candidates, Noise noise, ToDoubleFunction<Metric> changed, int seed) {
        List<RunRecord> runs =
                recorded.runs(stored + candidates, candidates, noise, AS_SLOW, changed, new Random(seed));
        return Comparing.of(runs.subList(0, stored), runs.subList(stored, runs.size()), recorded.metrics());
    }
}

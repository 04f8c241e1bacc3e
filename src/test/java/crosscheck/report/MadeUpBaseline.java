package crosscheck.report;

import crosscheck.baseline.Baseline;
import crosscheck.baseline.Figure;
import crosscheck.baseline.Measure;
import crosscheck.baseline.Metric;
import crosscheck.baseline.RunRecord;
import crosscheck.contract.Implementation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Five runs of a build whose rust has become slower, held against sixteen of before; one more was of another machine. */
final class MadeUpBaseline {
    private static final Instant FIRST = Instant.parse("2026-11-01T02:00:00Z");
    private static final int STORED = 17;
    private static final int CANDIDATES = 5;
    private static final List<Metric> METRICS = List.of(
            new Metric(Implementation.PYTHON, "assign", Measure.MEAN),
            new Metric(Implementation.RUST, "assign", Measure.MEAN),
            new Metric(Implementation.RUST, "", Measure.MEMORY));

    private MadeUpBaseline() {}

    /** @param text what the stored run of the other machine calls it */
    static Baseline naming(String text) {
        Random random = new Random(42);
        List<RunRecord> stored = IntStream.range(0, STORED)
                .mapToObj(run -> run(run, run == 0 ? text : "bench", 1, random))
                .toList();
        List<RunRecord> candidates = IntStream.range(STORED, STORED + CANDIDATES)
                .mapToObj(run -> run(run, "bench", 1.2, random))
                .toList();
        return Baseline.of(stored, candidates, METRICS);
    }

    private static RunRecord run(int number, String machine, double slower, Random random) {
        List<Figure> figures = METRICS.stream()
                .map(metric -> {
                    boolean slow = metric.implementation() == Implementation.RUST && metric.measure() == Measure.MEAN;
                    return new Figure(metric, 10 * (slow ? slower : 1) * (1 + 0.01 * random.nextGaussian()), 1_000);
                })
                .toList();
        return new RunRecord(
                RunRecord.SCHEMA,
                "run-" + number,
                FIRST.plus(Duration.ofDays(number)).toString(),
                new TreeMap<>(Map.of("machine", machine)),
                Map.of(),
                figures);
    }
}

package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.observation.Phase;
import crosscheck.observation.RequestRecord;
import crosscheck.report.Chart.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Response times of judged requests, request by request added up: as a distribution of each operation and, over the time of
 * the run, in equal buckets. Its size depends on the number of operations and buckets, not on that of requests.
 */
final class LoadHistory {
    private static final int BUCKETS = 240;
    private static final int SIGNIFICANT_DIGITS = 2;
    private static final double CURVE_STEP = 0.05;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private record Distribution(String scenario, String operation, Implementation implementation) {}

    private record Course(String scenario, Implementation implementation) {}

    private final Map<Integer, Phase> judged = new HashMap<>();
    private final Map<Distribution, Histogram> distributions = new HashMap<>();
    private final Map<Course, TreeMap<Long, Histogram>> courses = new HashMap<>();
    private final long bucketMicros;
    private final long lateMicros;
    private long late;
    private long open;

    /** @param lateMicros by how much a request may start after its plan and still count as on time */
    LoadHistory(List<Phase> phases, long lateMicros) {
        phases.stream().filter(LoadHistory::isJudged).forEach(phase -> judged.put(phase.index(), phase));
        long end = phases.stream().mapToLong(Phase::endMicros).max().orElse(0);
        this.bucketMicros = (end / (BUCKETS * MICROS_PER_SECOND) + 1) * MICROS_PER_SECOND;
        this.lateMicros = lateMicros;
    }

    static boolean isJudged(Phase phase) {
        return phase.kind() == Phase.Kind.LOAD || phase.kind() == Phase.Kind.JOURNEY;
    }

    void add(RequestRecord request) {
        Phase phase = judged.get(request.phase());
        if (phase == null) {
            return;
        }
        long micros = Math.max(0, request.responseMicros());
        distributions
                .computeIfAbsent(
                        new Distribution(request.scenario(), request.operation(), phase.implementation()),
                        key -> new Histogram(SIGNIFICANT_DIGITS))
                .recordValue(micros);
        courses.computeIfAbsent(new Course(request.scenario(), phase.implementation()), key -> new TreeMap<>())
                .computeIfAbsent(request.doneMicros() / bucketMicros, key -> new Histogram(SIGNIFICANT_DIGITS))
                .recordValue(micros);
        if (phase.kind() == Phase.Kind.LOAD) {
            open++;
            late += request.sentMicros() - request.plannedMicros() > lateMicros ? 1 : 0;
        }
    }

    /** Share of open arrivals that were sent too late, 0..1; 0 without any. */
    double lateShare() {
        return open == 0 ? 0 : (double) late / open;
    }

    /** The operations of a scenario that either side was asked for, by name. */
    List<String> operations(String scenario) {
        return distributions.keySet().stream()
                .filter(key -> key.scenario().equals(scenario))
                .map(Distribution::operation)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The response time, milliseconds, at each percentile up to the one that a single request lies beyond; x as in
     * {@link Chart.Axis#PERCENTILE}. Empty where nothing was measured.
     */
    List<Point> curve(String scenario, String operation, Implementation implementation) {
        Histogram histogram = distributions.get(new Distribution(scenario, operation, implementation));
        List<Point> points = new ArrayList<>();
        if (histogram == null) {
            return points;
        }
        double last = Math.log10(histogram.getTotalCount());
        for (double nines = 0; nines <= last; nines += CURVE_STEP) {
            double percentile = 100 * (1 - Math.pow(10, -nines));
            points.add(new Point(round(nines), histogram.getValueAtPercentile(percentile) / MICROS_PER_MILLI));
        }
        return points;
    }

    /** A percentile of the response time over the run, milliseconds by seconds, interrupted where nothing was answered. */
    List<Point> course(String scenario, Implementation implementation, double percentile) {
        TreeMap<Long, Histogram> buckets = courses.getOrDefault(new Course(scenario, implementation), new TreeMap<>());
        List<Point> points = new ArrayList<>();
        Long previous = null;
        for (Map.Entry<Long, Histogram> bucket : buckets.entrySet()) {
            double seconds = (bucket.getKey() + 0.5) * bucketMicros / MICROS_PER_SECOND;
            if (previous != null && bucket.getKey() > previous + 1) {
                points.add(new Point(seconds, null));
            }
            points.add(new Point(seconds, bucket.getValue().getValueAtPercentile(percentile) / MICROS_PER_MILLI));
            previous = bucket.getKey();
        }
        return points;
    }

    private static double round(double nines) {
        return Math.round(nines * 100) / 100.0;
    }
}

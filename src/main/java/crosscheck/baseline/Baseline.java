package crosscheck.baseline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A candidate's runs held against those of before.
 *
 * @param stored runs that it was compared with, the oldest first
 * @param candidates its own runs, the oldest first
 * @param ageDays how old the newest of the stored runs was; {@code null} without any
 * @param stale whether that is too old to be told of today's machine
 * @param refused stored runs that may not be compared, with what is other about them
 */
public record Baseline(
        List<String> stored,
        List<String> candidates,
        Long ageDays,
        boolean stale,
        List<Refusal> refused,
        List<Comparison> comparisons,
        List<Course> courses) {
    /** Runs before the newest of these are of another time. */
    private static final int WINDOW = 60;

    private static final Duration STALE = Duration.ofDays(90);

    /**
     * @param runs names of the stored runs
     * @param facts what differs, in words
     */
    public record Refusal(List<String> runs, List<String> facts) {}

    /**
     * @param stored the oldest first
     * @param candidates the oldest first, at least one; of one build, under the same conditions
     */
    public static Baseline of(List<RunRecord> stored, List<RunRecord> candidates, List<Metric> metrics) {
        RunRecord last = candidates.get(candidates.size() - 1);
        List<RunRecord> comparable = new ArrayList<>();
        Map<List<String>, List<String>> refused = new LinkedHashMap<>();
        for (RunRecord run : stored) {
            List<String> facts = Conditions.differences(run, last);
            if (!facts.isEmpty()) {
                refused.computeIfAbsent(facts, f -> new ArrayList<>()).add(run.run());
            } else if (candidates.stream()
                    .noneMatch(candidate -> candidate.run().equals(run.run()))) {
                comparable.add(run);
            }
        }
        List<RunRecord> window = comparable.subList(Math.max(0, comparable.size() - WINDOW), comparable.size());
        Duration age = window.isEmpty()
                ? null
                : Duration.between(window.get(window.size() - 1).instant(), last.instant());
        return new Baseline(
                names(window),
                names(candidates),
                age == null ? null : age.toDays(),
                age != null && age.compareTo(STALE) > 0,
                refused.entrySet().stream()
                        .map(entry -> new Refusal(entry.getValue(), entry.getKey()))
                        .toList(),
                Comparing.of(window, candidates, metrics),
                metrics.stream()
                        .map(metric -> Course.of(metric, window, candidates))
                        .toList());
    }

    private static List<String> names(List<RunRecord> runs) {
        return runs.stream().map(RunRecord::run).toList();
    }
}

package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Finding;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two runs side by side. It shows and does not judge: one run against one other says nothing of what chance does.
 *
 * @param before the run that is compared with
 * @param facts what is other about how they were made, in words
 * @param gates every gate that either asked; those whose answers differ first
 * @param metrics every figure that either has
 * @param vanished findings of the one before only
 * @param appeared findings of the one after only
 */
public record ComparisonPage(
        ComparedRun before,
        ComparedRun after,
        List<String> facts,
        List<GatePair> gates,
        List<MetricPair> metrics,
        List<Finding> vanished,
        List<Finding> appeared) {

    /**
     * One of the two.
     *
     * @param report its page, as seen from this one
     */
    public record ComparedRun(String name, String report, Answer answer) {}

    /** A gate in both; {@code null} where a run has none of it. */
    public record GatePair(String id, Implementation implementation, Gate before, Gate after) {
        public boolean differs() {
            return before == null || after == null || before.verdict() != after.verdict();
        }
    }

    /** A figure in both; {@code null} where a run has none of it. */
    public record MetricPair(String name, String unit, Double before, Double after) {
        /** Per cent more, or {@code null} where that cannot be said. */
        public Double change() {
            return before == null || after == null || before == 0 ? null : 100 * (after - before) / before;
        }
    }

    private record GateKey(String id, Implementation implementation) {}

    /** Writes the page beside the run folders. */
    public static void write(
            Path page, RunFolder before, Result resultBefore, RunFolder after, Result resultAfter, List<String> facts) {
        Report.save(page, Report.html("compare.jte", of(page, before, resultBefore, after, resultAfter, facts)));
    }

    static ComparisonPage of(
            Path page, RunFolder before, Result resultBefore, RunFolder after, Result resultAfter, List<String> facts) {
        return new ComparisonPage(
                compared(page, before, resultBefore),
                compared(page, after, resultAfter),
                facts,
                gates(resultBefore, resultAfter),
                metrics(resultBefore, resultAfter),
                without(resultBefore, resultAfter),
                without(resultAfter, resultBefore));
    }

    private static List<GatePair> gates(Result before, Result after) {
        Map<GateKey, Gate> left = byKey(before);
        Map<GateKey, Gate> right = byKey(after);
        Set<GateKey> keys = new LinkedHashSet<>(left.keySet());
        keys.addAll(right.keySet());
        Map<Boolean, List<GatePair>> pairs = keys.stream()
                .map(key -> new GatePair(key.id(), key.implementation(), left.get(key), right.get(key)))
                .collect(Collectors.partitioningBy(GatePair::differs));
        List<GatePair> all = new ArrayList<>(pairs.get(true));
        all.addAll(pairs.get(false));
        return List.copyOf(all);
    }

    private static Map<GateKey, Gate> byKey(Result result) {
        return result.gates().stream()
                .collect(Collectors.toMap(
                        gate -> new GateKey(gate.id(), gate.implementation()),
                        Function.identity(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static List<MetricPair> metrics(Result before, Result after) {
        Map<String, Metric> left = byName(before);
        Map<String, Metric> right = byName(after);
        Map<String, Metric> all = new LinkedHashMap<>(left);
        right.forEach(all::putIfAbsent);
        return all.values().stream()
                .map(metric -> new MetricPair(
                        metric.name(), metric.unit(), value(left.get(metric.name())), value(right.get(metric.name()))))
                .toList();
    }

    private static Map<String, Metric> byName(Result result) {
        return Metric.of(result).stream()
                .collect(Collectors.toMap(Metric::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Double value(Metric metric) {
        return metric == null ? null : metric.value();
    }

    private static List<Finding> without(Result result, Result other) {
        Set<String> known = other.findings().stream().map(Finding::id).collect(Collectors.toSet());
        return result.findings().stream()
                .filter(finding -> !known.contains(finding.id()))
                .toList();
    }

    private static ComparedRun compared(Path page, RunFolder folder, Result result) {
        Path run = folder.path().toAbsolutePath().normalize();
        Path report = page.toAbsolutePath().normalize().getParent().relativize(run.resolve("index.html"));
        return new ComparedRun(
                run.getFileName().toString(), report.toString().replace(File.separatorChar, '/'), Answer.of(result));
    }
}

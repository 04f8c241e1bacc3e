package crosscheck.verdict;

import crosscheck.baseline.Conditions;
import crosscheck.baseline.Figure;
import crosscheck.baseline.Measure;
import crosscheck.baseline.Metric;
import crosscheck.baseline.RunRecord;
import crosscheck.contract.Implementation;
import crosscheck.observation.Plan;
import crosscheck.observation.RunFolder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is kept of a run for those after it. */
public final class RunRecords {
    private RunRecords() {}

    public static RunRecord of(RunFolder folder) {
        Plan plan = Plan.read(folder.plan());
        return of(folder, Evidence.read(folder, plan, plan.thresholds()));
    }

    static RunRecord of(RunFolder folder, Evidence evidence) {
        Plan plan = evidence.plan();
        ResourceUse use = new ResourceUse(evidence);
        SortedMap<String, String> conditions = Conditions.of(plan);
        conditions.put("memory is counted by", use.memory().name());
        return new RunRecord(
                RunRecord.SCHEMA,
                folder.path().toAbsolutePath().normalize().getFileName().toString(),
                plan.epoch().toString(),
                conditions,
                builds(plan),
                figures(evidence, use));
    }

    /**
     * What runs of this plan are compared by. Of the operations those that arrive openly: a closed journey is as slow as its
     * own answers let it be, and too short to be told from another.
     */
    static List<Metric> metrics(Evidence evidence) {
        List<Metric> metrics = new ArrayList<>();
        for (Implementation side : evidence.implementations()) {
            ResponseTimes.of(evidence).scenario().forEach((operation, scenario) -> {
                if (evidence.targetRate(side, scenario).isPresent()) {
                    metrics.add(new Metric(side, operation, Measure.MEAN));
                    metrics.add(new Metric(side, operation, Measure.P95));
                }
            });
            Stream.of(Measure.ERROR_RATE, Measure.MEMORY, Measure.CPU)
                    .map(measure -> new Metric(side, "", measure))
                    .forEach(metrics::add);
        }
        return metrics;
    }

    private static List<Figure> figures(Evidence evidence, ResourceUse use) {
        List<Figure> figures = new ArrayList<>();
        for (Implementation side : evidence.implementations()) {
            ResponseTimes.of(evidence).scenario().forEach((operation, scenario) -> {
                RequestFigures times = RequestFigures.sum(evidence.phases(side, scenario)
                        .map(phase -> phase.scenarios().getOrDefault(scenario, Map.of()))
                        .filter(operations -> operations.containsKey(operation))
                        .map(operations -> operations.get(operation))
                        .toList());
                if (times.requests() > 0) {
                    figures.add(figure(side, operation, Measure.MEAN, times.meanMillis(), times));
                    figures.add(figure(side, operation, Measure.P50, times.quantileMillis(0.5), times));
                    figures.add(figure(side, operation, Measure.P95, times.quantileMillis(0.95), times));
                    figures.add(figure(side, operation, Measure.P99, times.quantileMillis(0.99), times));
                }
            });
            for (String scenario : evidence.scenarios()) {
                CompletionRate rate = evidence.phases(side, scenario)
                        .map(phase -> phase.rate(scenario))
                        .reduce(CompletionRate.NONE, CompletionRate::plus);
                if (rate.seconds() > 0) {
                    figures.add(new Figure(
                            new Metric(side, scenario, Measure.THROUGHPUT), rate.perSecond(), rate.completions()));
                }
            }
            RequestFigures all = RequestFigures.sum(evidence.scenarios().stream()
                    .map(scenario -> evidence.figures(side, scenario))
                    .toList());
            if (all.requests() > 0) {
                double share = (double) all.errors() / all.requests();
                figures.add(figure(side, "", Measure.ERROR_RATE, 100 * share, all));
            }
            resources(evidence, use, side, all.requests(), figures);
        }
        return figures;
    }

    private static void resources(
            Evidence evidence, ResourceUse use, Implementation side, long requests, List<Figure> figures) {
        ResourceSummary summary = new ResourceSummaries(evidence, use, new Leaks(evidence, use)).of(side);
        if (summary.memoryMeanMib() != null) {
            figures.add(new Figure(new Metric(side, "", Measure.MEMORY), summary.memoryMeanMib(), summary.samples()));
        }
        PerThousand cpu = summary.cpuSecondsPerThousand();
        if (cpu != null && cpu.value() > 0) {
            figures.add(new Figure(new Metric(side, "", Measure.CPU), cpu.value(), requests));
        }
    }

    private static Figure figure(
            Implementation side, String subject, Measure measure, double value, RequestFigures requests) {
        return new Figure(new Metric(side, subject, measure), value, requests.requests());
    }

    /** What was driven, planted faults included: they make another program of a stand-in. */
    private static Map<Implementation, String> builds(Plan plan) {
        Map<Implementation, String> builds = new EnumMap<>(Implementation.class);
        for (Implementation side : Implementation.values()) {
            String identities = plan.targets().entrySet().stream()
                    .filter(target ->
                            target.getKey().equals(side.id()) || target.getKey().startsWith(side.id() + " "))
                    .map(Map.Entry::getValue)
                    .map(fact -> fact instanceof Map<?, ?> map ? String.valueOf(map.get("identity")) : "")
                    .sorted()
                    .collect(Collectors.joining(", "));
            builds.put(side, (identities + " " + faults(plan, side)).strip());
        }
        return builds;
    }

    private static String faults(Plan plan, Implementation side) {
        return plan.settings().get("implementations") instanceof Map<?, ?> sides
                        && sides.get(side.id()) instanceof Map<?, ?> settings
                        && settings.get("faults") instanceof List<?> faults
                        && !faults.isEmpty()
                ? "with " + faults
                : "";
    }
}

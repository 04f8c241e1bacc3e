package crosscheck.verdict;

import crosscheck.baseline.Baseline;
import crosscheck.baseline.Comparison;
import crosscheck.baseline.Metric;
import crosscheck.baseline.RunRecord;
import crosscheck.baseline.Store;
import crosscheck.observation.RunFolder;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code baseline.<metric>} of each side: is it worse than in the runs of before that lie in the run folder? */
record BaselineGates(Evidence evidence, RunHealth health, List<Metric> metrics, Optional<Baseline> baseline) {
    private static final String SUITE = "baseline";

    /** @param folder has its runs of before where there is anything to hold it against */
    static BaselineGates of(RunFolder folder, Evidence evidence, RunHealth health) {
        if (!Files.isDirectory(folder.baseline())) {
            return new BaselineGates(evidence, health, List.of(), Optional.empty());
        }
        List<Metric> metrics = RunRecords.metrics(evidence);
        List<RunRecord> stored = new Store(folder.storedRuns()).runs();
        if (stored.isEmpty()) {
            return new BaselineGates(evidence, health, metrics, Optional.empty());
        }
        List<RunRecord> candidates = Stream.concat(
                        new Store(folder.candidateRuns()).runs().stream(), Stream.of(RunRecords.of(folder, evidence)))
                .toList();
        return new BaselineGates(evidence, health, metrics, Optional.of(Baseline.of(stored, candidates, metrics)));
    }

    List<Question> questions() {
        return metrics.stream().map(this::question).toList();
    }

    private Question question(Metric metric) {
        return new Question(
                "baseline." + metric.id(),
                SUITE,
                metric.implementation(),
                metric.measure().threshold(),
                metric.measure().unitOfChange(),
                () -> baseline.map(known -> judge(metric, known))
                        .orElseGet(() -> Answer.skipped("no run of before is stored: promote sound ones with"
                                + " mvn compile exec:exec@baseline-promote -Drun=<folder>")));
    }

    private Answer judge(Metric metric, Baseline known) {
        if (known.stored().isEmpty() && !known.refused().isEmpty()) {
            Baseline.Refusal refusal = known.refused().get(known.refused().size() - 1);
            return Answer.inconclusive(
                    null,
                    0,
                    "no stored run may be compared with this one, of the newest: "
                            + String.join("; ", refusal.facts()));
        }
        Comparison comparison = known.comparisons().stream()
                .filter(candidate -> candidate.metric().equals(metric))
                .findFirst()
                .orElseThrow();
        String age = known.stale()
                ? String.format(Locale.ROOT, "; the baseline is stale, its newest run is %d days old", known.ageDays())
                : "";
        String reason = comparison.reason() + age;
        Double observed = comparison.change() == null ? null : metric.measure().inUnitOfChange(comparison.change());
        int samples = comparison.stored() + comparison.candidates();
        Answer answer =
                switch (comparison.outcome()) {
                    case WORSE -> Answer.of(false, observed, samples, "worse: " + reason);
                    case BETTER -> Answer.of(true, observed, samples, "better: " + reason);
                    case SAME -> Answer.of(true, observed, samples, "the same: " + reason);
                    case INCONCLUSIVE -> Answer.inconclusive(observed, samples, reason);
                };
        return answer.unless(
                        health.doubt(phase -> phase.planned().implementation() == metric.implementation(), evidence))
                .unless(Evidence.unfinished(evidence.phases(metric.implementation())));
    }
}

package crosscheck.verdict;

import crosscheck.configuration.Settings.Thresholds;
import crosscheck.observation.HarnessSample;
import crosscheck.observation.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Whether the generator and its host were fit to measure.
 *
 * @param troubles what was wrong, by the index of the phase it was wrong in
 */
record RunHealth(Map<Integer, String> troubles) {

    static RunHealth of(Evidence evidence) {
        Map<Integer, String> troubles = new LinkedHashMap<>();
        for (PhaseFigures phase : evidence.phases()) {
            List<String> found = new ArrayList<>();
            if (phase.ran() != null) {
                arrivals(phase, evidence.thresholds(), found);
                machine(phase.ran(), evidence, found);
            }
            if (!found.isEmpty()) {
                troubles.put(
                        phase.planned().index(),
                        "phase " + phase.planned().index() + " ("
                                + phase.planned().implementation() + "): " + String.join(", ", found));
            }
        }
        return new RunHealth(troubles);
    }

    /** Says so where one of these phases was measured unsoundly. */
    Optional<String> doubt(Predicate<PhaseFigures> phases, Evidence evidence) {
        return evidence.phases().stream()
                .filter(phases)
                .map(phase -> troubles.get(phase.planned().index()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(trouble -> "the measurement was unsound: " + trouble);
    }

    private static void arrivals(PhaseFigures phase, Thresholds limits, List<String> found) {
        for (Phase.Load load : phase.planned().loads()) {
            if (load.rate() == 0) {
                continue;
            }
            RequestFigures figures = phase.scenario(load.scenario());
            double planned = load.rate() * load.seconds();
            if (figures.requests() < (1 - limits.lateShare()) * planned) {
                found.add("%d of %.0f planned %s arrivals".formatted(figures.requests(), planned, load.scenario()));
            }
            double late = figures.laterThan(limits.late().toNanos() / 1_000);
            if (late > limits.lateShare()) {
                found.add(percent(late) + " of " + load.scenario() + " arrivals started over "
                        + limits.late().toMillis() + " ms late");
            }
        }
    }

    private static void machine(Phase ran, Evidence evidence, List<String> found) {
        List<HarnessSample> samples = evidence.harness().stream()
                .filter(sample -> sample.atMicros() >= ran.startMicros() && sample.atMicros() <= ran.endMicros())
                .toList();
        if (samples.size() < 2) {
            return;
        }
        Thresholds limits = evidence.thresholds();
        HarnessSample first = samples.get(0);
        HarnessSample last = samples.get(samples.size() - 1);
        double seconds = (last.atMicros() - first.atMicros()) / 1e6;
        double cores = evidence.plan().host().cores();
        double cpu = (last.generatorCpuSeconds() - first.generatorCpuSeconds()) / seconds / cores;
        double gc = (last.generatorGcMillis() - first.generatorGcMillis()) / 1e3 / seconds;
        OptionalDouble steal = samples.stream()
                .map(HarnessSample::hostSteal)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
        if (cpu > limits.generatorCpu()) {
            found.add("the generator used " + percent(cpu) + " of the processors");
        }
        if (gc > limits.gcShare()) {
            found.add("the generator collected garbage " + percent(gc) + " of the time");
        }
        if (steal.isPresent() && steal.getAsDouble() > limits.steal()) {
            found.add("the hypervisor kept " + percent(steal.getAsDouble()) + " of the processors");
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}

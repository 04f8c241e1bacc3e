package crosscheck.verdict;

import crosscheck.configuration.RunLimits;
import crosscheck.observation.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
                RunLimits limits = evidence.thresholds().run();
                int cores = evidence.plan().host().cores();
                arrivals(phase, limits, found);
                machine(HarnessWindow.of(phase.ran(), evidence.harness(), cores), limits, found);
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

    private static void arrivals(PhaseFigures phase, RunLimits limits, List<String> found) {
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

    private static void machine(HarnessWindow window, RunLimits limits, List<String> found) {
        if (!window.isObserved()) {
            found.add("nobody watched the generator");
            return;
        }
        share(window.generatorCpu(), limits.generatorCpu(), "the generator used %s of the processors", found);
        share(window.gcShare(), limits.gcShare(), "the generator collected garbage %s of the time", found);
        share(window.stalledShare(), limits.stalledShare(), "the generator stood still %s of the time", found);
        window.heap().ifPresent(share -> share(share, limits.heap(), "the generator's heap was %s full", found));
        window.steal()
                .ifPresent(share -> share(share, limits.steal(), "the hypervisor kept %s of the processors", found));
        window.othersCpu()
                .ifPresent(
                        share -> share(share, limits.othersCpu(), "other processes used %s of the processors", found));
        window.runQueue().ifPresent(tasks -> {
            if (tasks > limits.runQueue()) {
                found.add(String.format(Locale.ROOT, "%.1f tasks for each processor wanted to run", tasks));
            }
        });
        window.clockJumpMillis().ifPresent(jump -> {
            if (jump > limits.clockJump().toMillis()) {
                found.add(String.format(Locale.ROOT, "the wall clock moved by %.0f ms", jump));
            }
        });
    }

    private static void share(double share, double limit, String text, List<String> found) {
        if (share > limit) {
            found.add(text.formatted(percent(share)));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}

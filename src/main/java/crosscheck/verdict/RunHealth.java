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
import java.util.stream.Stream;

/**
 * Whether the generator and its host were fit to measure.
 *
 * @param troubles what was wrong, by the index of the phase it was wrong in
 * @param searchTroubles the same of the phases in which capacity was searched for
 */
record RunHealth(Map<Integer, String> troubles, Map<Integer, String> searchTroubles) {
    /** Phases of a search that fail by accident are allowed for, up to about this share. */
    private static final double DISTURBED = 0.2;

    static RunHealth of(Evidence evidence) {
        RunLimits limits = evidence.thresholds().run();
        Map<Integer, String> troubles = new LinkedHashMap<>();
        for (PhaseFigures phase : evidence.phases()) {
            if (phase.ran() != null) {
                List<String> found = new ArrayList<>();
                HarnessWindow window = window(phase.ran(), evidence);
                arrivals(phase, limits, found);
                busy(window, limits, found);
                disturbed(window, limits, found);
                note(phase.ran(), found, troubles);
            }
        }
        Map<Integer, String> searchTroubles = new LinkedHashMap<>();
        searched(evidence).forEach(phase -> {
            List<String> found = new ArrayList<>();
            disturbed(window(phase, evidence), limits, found);
            note(phase, found, searchTroubles);
        });
        return new RunHealth(troubles, searchTroubles);
    }

    /** Says so where too many phases of the search for capacity were disturbed. That all processors are busy is what it looks for. */
    Optional<String> searchDoubt(Evidence evidence) {
        long searched = searched(evidence).count();
        return searchTroubles.size() > DISTURBED * searched
                ? Optional.of("the measurement was unsound: %d of %d phases of the search were disturbed, %s"
                        .formatted(
                                searchTroubles.size(),
                                searched,
                                searchTroubles.values().iterator().next()))
                : Optional.empty();
    }

    private static Stream<Phase> searched(Evidence evidence) {
        return evidence.capacity().stream()
                .map(CapacityPhase::phase)
                .filter(phase -> phase.kind() == Phase.Kind.CAPACITY);
    }

    private static HarnessWindow window(Phase phase, Evidence evidence) {
        return HarnessWindow.of(
                phase, evidence.harness(), evidence.plan().host().cores());
    }

    private static void note(Phase phase, List<String> found, Map<Integer, String> troubles) {
        if (!found.isEmpty()) {
            troubles.put(
                    phase.index(),
                    "phase " + phase.index() + " (" + phase.implementation() + "): " + String.join(", ", found));
        }
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

    /** What a load brings about by itself where it shares its processors with the generator. */
    private static void busy(HarnessWindow window, RunLimits limits, List<String> found) {
        share(window.generatorCpu(), limits.generatorCpu(), "the generator used %s of the processors", found);
        share(window.stalledShare(), limits.stalledShare(), "the generator stood still %s of the time", found);
        window.runQueue().ifPresent(tasks -> {
            if (tasks > limits.runQueue()) {
                found.add(String.format(Locale.ROOT, "%.1f tasks for each processor wanted to run", tasks));
            }
        });
    }

    /** What no load should bring about. */
    private static void disturbed(HarnessWindow window, RunLimits limits, List<String> found) {
        if (!window.isObserved()) {
            found.add("nobody watched the generator");
            return;
        }
        share(window.gcShare(), limits.gcShare(), "the generator collected garbage %s of the time", found);
        window.heap().ifPresent(share -> share(share, limits.heap(), "the generator's heap was %s full", found));
        window.steal()
                .ifPresent(share -> share(share, limits.steal(), "the hypervisor kept %s of the processors", found));
        window.othersCpu()
                .ifPresent(
                        share -> share(share, limits.othersCpu(), "other processes used %s of the processors", found));
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

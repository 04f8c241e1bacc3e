package crosscheck.phase;

import static crosscheck.contract.Implementation.PYTHON;
import static crosscheck.contract.Implementation.RUST;

import crosscheck.configuration.Settings;
import crosscheck.contract.Implementation;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The phases of a run in order: a warm-up a side, then interleaved blocks in the order ABBA BAAB ABBA, so that a drift of
 * the machine falls on both sides alike.
 */
public final class PhasePlan {
    private static final List<Implementation> ABBA = List.of(PYTHON, RUST, RUST, PYTHON);
    private static final List<Implementation> BAAB = List.of(RUST, PYTHON, PYTHON, RUST);

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private PhasePlan() {}

    public static List<PlannedPhase> of(Settings settings, Set<Scenario> scenarios) {
        Settings.Profile profile = settings.profile();
        List<PlannedPhase> phases = new ArrayList<>();
        for (Implementation side : Implementation.values()) {
            add(
                    phases,
                    side,
                    Phase.Kind.WARM_UP,
                    0,
                    loads(scenarios, settings.load(), profile.warmUp(), profile.warmUp()));
        }
        int[] blocks = new int[Implementation.values().length];
        for (Implementation side : order(profile.blocks())) {
            int block = blocks[side.ordinal()]++;
            List<Phase.Load> open = loads(open(scenarios), settings.load(), profile.block(), Duration.ZERO);
            if (profile.sideBySide()) {
                add(phases, side, Phase.Kind.LOAD, block, open);
            } else {
                open.forEach(load -> add(phases, side, Phase.Kind.LOAD, block, List.of(load)));
            }
            if (scenarios.contains(Scenario.WORKER_JOURNEY)) {
                add(
                        phases,
                        side,
                        Phase.Kind.JOURNEY,
                        block,
                        List.of(Scenario.WORKER_JOURNEY.load(settings.load(), profile.journey())));
            }
        }
        return List.copyOf(phases);
    }

    /**
     * Each side in one piece, one after the other: what it holds has to be followed without a long pause. Cut into blocks of a
     * minute at most, two at least: all work of a block waits in the queue when it begins, and one that is as deep as ten minutes
     * need is a load of its own for whoever looks for its first item.
     */
    public static List<PlannedPhase> inOnePiece(Settings settings, Set<Scenario> scenarios) {
        Settings.Profile profile = settings.profile();
        long blocks = Math.max(2, -Math.floorDiv(-profile.watch().toMillis(), LONGEST.toMillis()));
        Duration block = profile.watch().dividedBy(blocks);
        List<PlannedPhase> phases = new ArrayList<>();
        for (Implementation side : Implementation.values()) {
            List<Phase.Load> warmUp = loads(scenarios, settings.load(), profile.warmUp(), profile.warmUp());
            add(phases, side, Phase.Kind.WARM_UP, 0, warmUp);
            for (int number = 0; number < blocks; number++) {
                add(phases, side, Phase.Kind.LOAD, number, loads(scenarios, settings.load(), block, block));
            }
        }
        return List.copyOf(phases);
    }

    /** The sides in the order of their blocks, {@code blocks} a side. */
    static List<Implementation> order(int blocks) {
        List<Implementation> order = new ArrayList<>();
        for (int group = 0; order.size() < 2 * blocks; group++) {
            order.addAll(group % 2 == 0 ? ABBA : BAAB);
        }
        return order.subList(0, 2 * blocks);
    }

    private static List<Scenario> open(Set<Scenario> scenarios) {
        return scenarios.stream()
                .filter(s -> s != Scenario.WORKER_JOURNEY)
                .sorted()
                .toList();
    }

    private static List<Phase.Load> loads(
            Iterable<Scenario> scenarios, Settings.Load settings, Duration open, Duration closed) {
        List<Phase.Load> loads = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            loads.add(scenario.load(settings, scenario == Scenario.WORKER_JOURNEY ? closed : open));
        }
        return List.copyOf(loads);
    }

    private static void add(
            List<PlannedPhase> phases, Implementation side, Phase.Kind kind, int block, List<Phase.Load> loads) {
        if (!loads.isEmpty()) {
            phases.add(new PlannedPhase(phases.size(), side, kind, block, loads));
        }
    }
}

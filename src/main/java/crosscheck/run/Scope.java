package crosscheck.run;

import crosscheck.RunError;
import crosscheck.check.Check;
import crosscheck.configuration.Settings;
import crosscheck.observation.PlannedPhase;
import crosscheck.phase.PhasePlan;
import crosscheck.phase.Scenario;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a simulation asks of its run: functional checks, then load; either may be nothing.
 *
 * @param checks which of the catalogue's checks are played
 * @param checksAtMost how long they may take
 * @param againstBaseline whether the run asks to be held against runs of before, and so says so where there are none
 * @param forLeaks whether each side is driven in one piece and asked for leaks, whatever the profile asks
 * @param capacity whether the highest rate that each side holds is searched for at the end
 */
public record Scope(
        Set<Scenario> scenarios,
        Predicate<Check> checks,
        Optional<Duration> checksAtMost,
        boolean againstBaseline,
        boolean forLeaks,
        boolean capacity) {
    private static final Duration CORE = Duration.ofSeconds(45);
    private static final int EXAMPLES = 5;
    private static final List<String> LEAKS =
            List.of("memory.leak", "connections.leak", "descriptors.leak", "threads.leak");
    private static final Duration LEAK_SAMPLING = Duration.ofSeconds(1);
    private static final Duration LEAK_PSS_INTERVAL = Duration.ofSeconds(10);

    /** Load only. */
    public static Scope load(Scenario first, Scenario... others) {
        return new Scope(EnumSet.of(first, others), check -> false, Optional.empty(), false, false, false);
    }

    /** The same, held against runs of before. */
    public Scope withBaseline() {
        return new Scope(scenarios, checks, checksAtMost, true, forLeaks, capacity);
    }

    /** Load only, and leaks. */
    public static Scope leaks(Scenario first, Scenario... others) {
        return new Scope(EnumSet.of(first, others), check -> false, Optional.empty(), false, true, false);
    }

    /** The core of the functional checks, then load. */
    public static Scope coreAndLoad(Scenario first, Scenario... others) {
        return new Scope(EnumSet.of(first, others), Check::core, Optional.of(CORE), false, false, false);
    }

    /** All functional checks of these suites. */
    public static Scope suites(String... suites) {
        return new Scope(
                Set.of(), check -> List.of(suites).contains(check.suite()), Optional.empty(), false, false, false);
    }

    /** The search for capacity only. */
    public static Scope searchForCapacity() {
        return new Scope(Set.of(), check -> false, Optional.empty(), false, false, true);
    }

    /** The same, and the search for capacity after it. */
    public Scope andCapacity() {
        return new Scope(scenarios, checks, checksAtMost, againstBaseline, forLeaks, true);
    }

    List<PlannedPhase> phases(Settings settings) {
        return forLeaks ? PhasePlan.inOnePiece(settings, scenarios) : PhasePlan.of(settings, scenarios);
    }

    /** Between two samples, and between two readings of proportional set sizes: leaks are seen by the second. */
    Settings.Profile sampled(Settings.Profile profile) {
        return forLeaks ? profile.sampledEach(LEAK_SAMPLING, LEAK_PSS_INTERVAL) : profile;
    }

    /** A trend over the whole run makes the coarse ceilings of two minutes needless. */
    List<String> asked(List<String> byProfile) {
        return forLeaks
                ? Stream.concat(byProfile.stream().filter(gate -> !gate.endsWith(".gross-growth")), LEAKS.stream())
                        .distinct()
                        .toList()
                : byProfile;
    }

    /**
     * The checks to be played: where the user has named one, or some by how their ids begin, those alone.
     *
     * @throws RunError configuration: there is no such check
     */
    List<Check> select(Collection<Check> catalogue, String named) {
        if (named.isEmpty()) {
            return catalogue.stream().filter(checks).toList();
        }
        List<Check> one =
                catalogue.stream().filter(check -> check.id().equals(named)).toList();
        List<Check> some =
                catalogue.stream().filter(check -> check.id().startsWith(named)).toList();
        if (some.isEmpty()) {
            throw RunError.configuration(
                    "crosscheck.checks = " + named + ": no check's id is or begins so; for example "
                            + catalogue.stream().map(Check::id).limit(EXAMPLES).toList());
        }
        return one.isEmpty() ? some : one;
    }
}

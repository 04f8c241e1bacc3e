package crosscheck.report;

import crosscheck.configuration.Settings;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run sets out to do, and how far it is, as lines for the console of at most {@link ConsoleTable#WIDTH} characters. */
public final class ConsolePlan {
    private ConsolePlan() {}

    /** Which run it is. */
    public static String of(String simulation, String profile, long seed) {
        return "%s, profile %s, seed %d".formatted(simulation, profile, seed);
    }

    /**
     * How long it takes, as far as that is planned; what comes between phases is not.
     *
     * @param checks how many there are
     * @param checksAtMost how long they may take; empty for as long as they take
     * @param capacity how capacity is searched for, where it is
     */
    public static String time(
            int checks,
            Optional<Duration> checksAtMost,
            List<PlannedPhase> phases,
            Optional<Settings.Capacity> capacity) {
        List<String> parts = new ArrayList<>();
        double load = secondsFrom(0, phases);
        Optional<Duration> limit = checksAtMost.filter(most -> checks > 0);
        if (checks > 0) {
            parts.add(limit.map(most -> "at most " + Figures.minutes(most.toSeconds()) + " min of checks")
                    .orElse("as long as the checks take"));
        }
        if (!phases.isEmpty()) {
            parts.add(Figures.minutes(load) + " min of load in " + Figures.counted(phases.size(), "phase", "phases"));
        }
        capacity.ifPresent(search -> parts.add("a search for capacity in at most " + search.phases()
                + " phases a side of " + search.phase().toSeconds() + " s"));
        limit.filter(most -> !phases.isEmpty() && capacity.isEmpty())
                .ifPresent(most ->
                        parts.add("at most " + Figures.minutes(most.toSeconds() + load) + " min besides resets"));
        return "time: " + String.join("; ", parts);
    }

    /** What is asked of each scenario; empty where there is no load. */
    public static Optional<String> rates(List<PlannedPhase> phases) {
        return phases.stream()
                .flatMap(phase -> phase.loads().stream())
                .map(ConsolePlan::load)
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .map(loads -> "load: " + loads);
    }

    /** One line for a phase that begins, with the time of load that is left, itself included. */
    public static String phase(List<PlannedPhase> phases, int index) {
        PlannedPhase phase = phases.get(index);
        String asked = phase.loads().stream().map(ConsolePlan::load).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "[%2d/%d] %-7s %-6s %s  (%s left)",
                index + 1,
                phases.size(),
                phase.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                phase.implementation(),
                asked,
                Figures.minutes(secondsFrom(index, phases)));
    }

    /** One line for a phase that goes on. */
    public static String progress(List<PlannedPhase> phases, int index, double secondsOver) {
        return String.format(
                Locale.ROOT,
                "        %s of %s min  (%s left)",
                Figures.minutes(secondsOver),
                Figures.minutes(phases.get(index).seconds()),
                Figures.minutes(secondsFrom(index, phases) - secondsOver));
    }

    /** How many functional checks of each suite are to be played; no line where there are none. */
    public static List<String> checks(Map<String, ? extends Collection<String>> checks) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("checks:");
        for (Map.Entry<String, ? extends Collection<String>> suite : checks.entrySet()) {
            String word = " " + suite.getKey() + " " + suite.getValue().size();
            if (line.length() + word.length() > ConsoleTable.WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat("checks:".length()));
            }
            line.append(word);
        }
        if (!checks.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static String load(Phase.Load load) {
        String amount = load.users() > 0
                ? Figures.counted(load.users(), "worker", "workers")
                : Figures.number(load.rate()) + "/s";
        return load.scenario() + " " + amount;
    }

    private static double secondsFrom(int index, List<PlannedPhase> phases) {
        return phases.stream().skip(index).mapToDouble(PlannedPhase::seconds).sum();
    }
}

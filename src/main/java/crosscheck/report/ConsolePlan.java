package crosscheck.report;

import crosscheck.observation.Phase;
import crosscheck.observation.Plan;
import crosscheck.observation.Plan.PlannedPhase;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run sets out to do, and how far it is, as lines for the console of at most {@link ConsoleTable#WIDTH} characters. */
public final class ConsolePlan {
    private ConsolePlan() {}

    /** One line for the run as a whole. */
    public static String of(Plan plan) {
        return String.format(
                Locale.ROOT,
                "%s, profile %s, seed %d: %s, %s min of load",
                plan.simulation(),
                plan.profile(),
                plan.seed(),
                Figures.counted(plan.phases().size(), "phase", "phases"),
                Figures.minutes(secondsFrom(0, plan)));
    }

    /** One line for a phase that begins, with the time of load that is left, itself included. */
    public static String phase(Plan plan, int index) {
        PlannedPhase phase = plan.phases().get(index);
        String asked = phase.loads().stream().map(ConsolePlan::load).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "[%2d/%d] %-7s %-6s %s  (%s left)",
                index + 1,
                plan.phases().size(),
                phase.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                phase.implementation(),
                asked,
                Figures.minutes(secondsFrom(index, plan)));
    }

    private static String load(Phase.Load load) {
        String amount = load.users() > 0
                ? Figures.counted(load.users(), "worker", "workers")
                : Figures.number(load.rate()) + "/s";
        return load.scenario() + " " + amount;
    }

    private static double secondsFrom(int index, Plan plan) {
        return plan.phases().stream()
                .skip(index)
                .mapToDouble(phase -> phase.loads().stream()
                        .mapToDouble(Phase.Load::seconds)
                        .max()
                        .orElse(0))
                .sum();
    }
}

package crosscheck.run;

import crosscheck.configuration.Settings;
import crosscheck.observation.PlannedPhase;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a run says while it goes on; nothing when it is to be quiet. */
final class Console {
    private static final Duration BETWEEN_PHASES = Duration.ofSeconds(1);

    private final PrintStream out;
    private final boolean quiet;

    Console(PrintStream out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    void plan(String simulation, Settings settings, List<PlannedPhase> phases) {
        double load = phases.stream().mapToDouble(PlannedPhase::seconds).sum();
        line("%s, profile %s: %d phases, about %s of load"
                .formatted(
                        simulation,
                        settings.profileName(),
                        phases.size(),
                        minutes(load + phases.size() * BETWEEN_PHASES.toSeconds())));
        settings.sameOnBothSides().ifPresent(side -> line("A/A: " + side + " plays both sides"));
    }

    void progress(String step) {
        line("  " + step);
    }

    void phase(PlannedPhase phase, int of) {
        line("  phase %2d of %d  %s, %.0f s".formatted(phase.index() + 1, of, phase.title(), phase.seconds()));
    }

    private void line(String text) {
        if (!quiet) {
            out.println(text);
        }
    }

    private static String minutes(double seconds) {
        return seconds < 120 ? "%.0f s".formatted(seconds) : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }
}

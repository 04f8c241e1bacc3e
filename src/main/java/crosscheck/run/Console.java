package crosscheck.run;

import crosscheck.configuration.Settings;
import crosscheck.observation.PlannedPhase;
import crosscheck.report.ConsolePlan;
import java.io.PrintStream;
import java.util.List;

/** What a run says while it goes on; nothing when it is to be quiet. */
final class Console {
    private final PrintStream out;
    private final boolean quiet;

    Console(PrintStream out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    void plan(String simulation, Settings settings, List<PlannedPhase> phases) {
        line(ConsolePlan.of(simulation, settings.profileName(), settings.seed(), phases));
        settings.sameOnBothSides().ifPresent(side -> line("A/A: " + side + " plays both sides"));
    }

    void progress(String step) {
        line("  " + step);
    }

    void phase(List<PlannedPhase> phases, int index) {
        line(ConsolePlan.phase(phases, index));
    }

    private void line(String text) {
        if (!quiet) {
            out.println(text);
        }
    }
}

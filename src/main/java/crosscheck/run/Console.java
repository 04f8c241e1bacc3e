package crosscheck.run;

import crosscheck.configuration.Settings;
import crosscheck.observation.PlannedPhase;
import crosscheck.report.ConsolePlan;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What a run says while it goes on; nothing when it is to be quiet. */
final class Console {
    private static final int TICK_SECONDS = 30;

    private final PrintStream out;
    private final boolean quiet;
    private final ScheduledThreadPoolExecutor ticks = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "crosscheck-console");
        thread.setDaemon(true);
        return thread;
    });
    private ScheduledFuture<?> tick;

    Console(PrintStream out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    /**
     * @param checks ids of the functional checks, by suite
     * @param checksAtMost how long they may take
     * @param capacity whether capacity is searched for
     */
    void plan(
            String simulation,
            Settings settings,
            Map<String, List<String>> checks,
            Optional<Duration> checksAtMost,
            List<PlannedPhase> phases,
            boolean capacity) {
        line(ConsolePlan.of(simulation, settings.profileName(), settings.seed()));
        line(ConsolePlan.time(
                checks.values().stream().mapToInt(List::size).sum(),
                checksAtMost,
                phases,
                Optional.of(settings.capacity()).filter(search -> capacity)));
        ConsolePlan.rates(phases).ifPresent(this::line);
        ConsolePlan.checks(checks).forEach(this::line);
        settings.sameOnBothSides().ifPresent(side -> line("A/A: " + side + " plays both sides"));
    }

    void progress(String step) {
        line("  " + step);
    }

    /** A line for a phase that begins, and for a long one another every half minute. */
    synchronized void phase(List<PlannedPhase> phases, int index) {
        line(ConsolePlan.phase(phases, index));
        if (tick != null) {
            tick.cancel(false);
        }
        long begun = System.nanoTime();
        double seconds = phases.get(index).seconds();
        tick = ticks.scheduleAtFixedRate(
                () -> {
                    double over = (System.nanoTime() - begun) / 1e9;
                    if (over < seconds) {
                        line(ConsolePlan.progress(phases, index, over));
                    }
                },
                TICK_SECONDS,
                TICK_SECONDS,
                TimeUnit.SECONDS);
    }

    private void line(String text) {
        if (!quiet) {
            out.println(text);
        }
    }
}

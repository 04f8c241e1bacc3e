package crosscheck.phase;

import crosscheck.configuration.Settings;
import crosscheck.observation.Phase;
import java.time.Duration;
import java.util.Locale;

/** The load scenarios of the strategy, and what each needs to find in the database. */
public enum Scenario {
    /** Workers ask for work: open arrivals of {@code assign}. */
    QUEUE_ASSIGNMENT,
    /** Workers hand in results of runs that were assigned before: open arrivals of {@code submit-result}. */
    RESULT_SUBMISSION,
    /** Workers that each take an item through its life and then ask for the next: closed. */
    WORKER_JOURNEY;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As in gate ids and observations. */
    public String id() {
        return id;
    }

    Phase.Load load(Settings.Load settings, Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return switch (this) {
            case QUEUE_ASSIGNMENT -> new Phase.Load(id(), settings.queueAssignmentRate(), seconds, 0);
            case RESULT_SUBMISSION -> new Phase.Load(id(), settings.resultSubmissionRate(), seconds, 0);
            case WORKER_JOURNEY -> new Phase.Load(id(), 0, seconds, settings.journeyUsers());
        };
    }

    /** Pending items that {@code load} may take, with headroom. */
    public static int pendingItems(Phase.Load load, Settings.Load settings) {
        double taken =
                switch (of(load)) {
                    case QUEUE_ASSIGNMENT -> load.rate() * load.seconds();
                    case RESULT_SUBMISSION -> 0;
                    case WORKER_JOURNEY -> load.users() * (1 + load.seconds() / seconds(settings.journeyPace()));
                };
        return (int) Math.ceil(taken * settings.headroom());
    }

    /** Assigned runs that {@code load} may finish, with headroom. */
    public static int assignedRuns(Phase.Load load, Settings.Load settings) {
        double finished = of(load) == RESULT_SUBMISSION ? load.rate() * load.seconds() : 0;
        return (int) Math.ceil(finished * settings.headroom());
    }

    public static Scenario of(Phase.Load load) {
        return valueOf(load.scenario().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

package crosscheck.run;

import crosscheck.RunError;
import crosscheck.contract.Implementation;
import crosscheck.environment.BlockingSession;
import crosscheck.observation.Event;
import crosscheck.target.TargetEnd;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes wrong while a run is under way: written down and told; the run is cut short where there is no point in going on.
 * Once it was stopped from outside nothing more is: Ctrl-C reaches servers and targets as well, and their end says nothing;
 * nor does a step that finds the journal closed.
 */
final class Incidents {
    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    private final Journal journal;
    private final Consumer<String> console;
    private volatile boolean cutShort;
    private volatile boolean stopped;

    Incidents(Journal journal, Consumer<String> console) {
        this.journal = journal;
        this.console = console;
    }

    boolean isCutShort() {
        return cutShort;
    }

    /** Takes a step of the run, unless it is cut short; a failure cuts it short. */
    void attempt(Runnable step) {
        if (cutShort) {
            return;
        }
        try {
            step.run();
        } catch (RunError e) {
            cutShort(Event.Kind.ENVIRONMENT_FAILED, null, e.getMessage());
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.error("crosscheck itself failed", e);
            }
            cutShort(Event.Kind.HARNESS_FAILED, null, "crosscheck itself failed: " + e);
        }
    }

    void targetEnded(TargetEnd end) {
        Event.Kind kind = end.restarted() ? Event.Kind.TARGET_RESTARTED : Event.Kind.TARGET_DIED;
        cutShort(kind, end.implementation().orElse(null), end.text());
    }

    void resetBlocked(BlockingSession session) {
        Implementation side = Stream.of(Implementation.values())
                .filter(i -> i.applicationName().equals(session.applicationName()))
                .findFirst()
                .orElse(null);
        Event.Kind kind = session.isLeftOpen() ? Event.Kind.RESET_BLOCKED : Event.Kind.RESET_BUSY;
        write(kind, side, session.toString());
    }

    void messagesMissed(RunError reason) {
        write(Event.Kind.ENVIRONMENT_FAILED, null, reason.getMessage());
    }

    void stoppedFromOutside() {
        write(Event.Kind.INTERRUPTED, null, "stopped before the run was over");
        stopped = true;
        cutShort = true;
    }

    private void cutShort(Event.Kind kind, Implementation implementation, String text) {
        if (!stopped) {
            write(kind, implementation, text);
            console.accept(text);
        }
        cutShort = true;
    }

    private void write(Event.Kind kind, Implementation implementation, String text) {
        if (!stopped) {
            journal.event(kind, implementation, text);
        }
    }
}

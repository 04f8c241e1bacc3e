package crosscheck.run;

import crosscheck.capacity.Arrivals;
import crosscheck.capacity.Arrivals.Arrival;
import crosscheck.capacity.Limits;
import crosscheck.capacity.Mix;
import crosscheck.capacity.Played;
import crosscheck.capacity.Program;
import crosscheck.capacity.Turn;
import crosscheck.configuration.Settings;
import crosscheck.observation.Phase;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.RunClock;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The search for capacity under way: one phase after the other, each decided by those before it. The virtual users take
 * its arrivals; one of them, while all others wait, {@link #advance}s it.
 */
public final class CapacityRun {
    /** From the beginning of a phase to its first arrival: the virtual users have taken theirs by then. */
    private static final long ASSEMBLY_MICROS = 500_000;

    private final Settings settings;
    private final LoadPhases phases;
    private final RunClock clock;
    private final URI nullServer;
    private final int firstIndex;
    private final Consumer<String> progress;
    private final Program program;
    private final Limits limits;
    private final Mix mix;
    private final List<Played> done = new ArrayList<>();
    private volatile Queue<RequestRecord> requests = new ConcurrentLinkedQueue<>();
    private volatile Turn turn;
    private volatile Arrivals arrivals;
    private volatile boolean over;

    /**
     * @param nullServer the base URL of a server that does nothing
     * @param firstIndex of its first phase
     */
    CapacityRun(
            Settings settings,
            LoadPhases phases,
            RunClock clock,
            URI nullServer,
            int firstIndex,
            Consumer<String> progress) {
        this.settings = settings;
        this.phases = phases;
        this.clock = clock;
        this.nullServer = nullServer;
        this.firstIndex = firstIndex;
        this.progress = progress;
        program = Program.of(settings.capacity(), settings.thresholds());
        limits = Limits.of(settings.thresholds(), settings.capacity());
        mix = Mix.of(settings.load());
        Settings.Capacity plan = settings.capacity();
        progress.accept(
                "capacity is searched for in phases of %.0f s, %d at most: the generator's limit, both sides in turns, then beyond"
                        .formatted(plan.leadIn().plus(plan.phase()).toMillis() / 1e3, program.phasesAtMost()));
    }

    public URI nullServer() {
        return nullServer;
    }

    public int users() {
        return settings.capacity().users();
    }

    /** It has no more phases than this. */
    public int phasesAtMost() {
        return program.phasesAtMost();
    }

    /** Ends the phase under way and begins the next; to be called while no request is under way. */
    void advance() {
        if (turn != null) {
            Phase phase = phases.end();
            if (requests.isEmpty()) {
                throw new IllegalStateException("phase " + phase.index() + " sent nothing");
            }
            Played played = Played.of(phase, List.copyOf(requests), limits);
            done.add(played);
            progress.accept(played.toString());
        }
        Optional<Turn> next = program.next(done);
        over = next.isEmpty();
        next.ifPresent(this::begin);
    }

    private void begin(Turn next) {
        Queue<RequestRecord> sent = new ConcurrentLinkedQueue<>();
        int index = firstIndex + done.size();
        if (next.side() == null) {
            phases.beginBeside(next.planned(index, mix), sent::add);
        } else {
            // Of its own seed: what is still under way of the phase before cannot finish a run of this one.
            phases.begin(next.planned(index, mix), settings.seed() + index, sent::add);
        }
        requests = sent;
        turn = next;
        arrivals = new Arrivals(next.stretches(), mix, clock.micros() + ASSEMBLY_MICROS);
    }

    /** Who is driven in the phase under way. */
    public Turn turn() {
        return turn;
    }

    /** The next arrival of the phase under way; empty once all are taken. */
    public Optional<Arrival> nextArrival() {
        return over ? Optional.empty() : arrivals.next();
    }

    /** Whether no phase will follow. */
    public boolean isOver() {
        return over;
    }
}

package crosscheck.run;

import crosscheck.configuration.Secrets;
import crosscheck.configuration.Settings;
import crosscheck.contract.Implementation;
import crosscheck.environment.BlockingSession;
import crosscheck.environment.Database;
import crosscheck.environment.PreparedLoad;
import crosscheck.observation.JsonLines;
import crosscheck.observation.LoadExchange;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.QueueCount;
import crosscheck.observation.RequestLog;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.RunClock;
import crosscheck.observation.RunFolder;
import crosscheck.observation.StoredResult;
import crosscheck.phase.LoadPhase;
import crosscheck.phase.Scenario;
import crosscheck.target.Backlog;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;

/**
 * Takes the run from phase to phase: each begins from the same snapshot with as much work prepared as its plan needs, and
 * is looked over in the database once it is quiet.
 */
public final class LoadPhases implements AutoCloseable {
    /** Longer than a target takes from one request to the next. */
    private static final Duration LASTING = Duration.ofMillis(500);

    private static final Duration WORKED_OFF = Duration.ofSeconds(30);

    private final Settings settings;
    private final Database database;
    private final RunClock clock;
    private final RequestLog requests;
    private final JsonLines<Phase> phases;
    private final JsonLines<QueueCount> queueCounts;
    private final JsonLines<StoredResult> storedResults;
    private final JsonLines<LoadExchange> sampled;
    private final Function<Implementation, URI> runners;
    private final Consumer<BlockingSession> blocked;
    private final Consumer<String> progress;
    private final Backlog backlog = new Backlog(WORKED_OFF);

    private volatile LoadPhase current;
    private volatile boolean givenUp;
    private PreparedLoad prepared;

    /** @param runners the base URL of each side's runner */
    LoadPhases(
            Settings settings,
            Database database,
            RunClock clock,
            RunFolder folder,
            Function<Implementation, URI> runners,
            Consumer<BlockingSession> blocked,
            Consumer<String> progress) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
        this.runners = runners;
        this.blocked = blocked;
        this.progress = progress;
        requests = RequestLog.create(folder.requests());
        phases = JsonLines.appendTo(folder.phases(), Phase.class);
        queueCounts = JsonLines.appendTo(folder.queueCounts(), QueueCount.class);
        storedResults = JsonLines.appendTo(folder.storedResults(), StoredResult.class);
        sampled = JsonLines.appendTo(folder.loadExchanges(), LoadExchange.class);
    }

    /** The phase that has begun last. */
    public LoadPhase current() {
        return current;
    }

    void begin(PlannedPhase plan) {
        begin(plan, settings.seed(), request -> {});
    }

    /**
     * @param seed of the prepared work
     * @param observer is given every request as well, on the thread that records it
     */
    void begin(PlannedPhase plan, long seed, Consumer<RequestRecord> observer) {
        database.reset().forEach(blocked);
        prepared = database.prepareLoad(
                sum(plan, Scenario::pendingItems),
                sum(plan, Scenario::assignedRuns),
                clock.epoch().plusNanos(clock.micros() * 1_000),
                seed);
        List<String> runs = prepared.runs().stream().map(UUID::toString).toList();
        current = new LoadPhase(plan, clock, runs, log(observer));
    }

    /** Begins a phase that drives no implementation, and so leaves the database alone. */
    void beginBeside(PlannedPhase plan, Consumer<RequestRecord> observer) {
        prepared = null;
        List<String> runs = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(sum(plan, Scenario::assignedRuns))
                .toList();
        current = new LoadPhase(plan, clock, runs, log(observer));
    }

    /** Waits until nothing is carried out any more that clients have given up. */
    private void awaitGivenUp(Implementation side) {
        if (!backlog.awaitWorkedOff(runners.apply(side))) {
            progress.accept("  %s has not worked off what clients gave up within %d s: its next phases may suffer"
                    .formatted(side, WORKED_OFF.toSeconds()));
        }
        database.awaitQuiet(LASTING);
    }

    /**
     * Looks the database over; to be called once no request is under way.
     *
     * @return the phase as it went
     */
    Phase end() {
        LoadPhase ended = current;
        if (prepared != null) {
            if (givenUp) {
                awaitGivenUp(ended.plan().implementation());
            }
            database.awaitQuiet();
            queueCounts.append(new QueueCount(
                    ended.plan().index(),
                    prepared.pendingItems(),
                    database.pendingItems(),
                    prepared.queueRows(),
                    database.queueRows()));
            database.audit(ended.plan().index(), ended.submitted()).forEach(storedResults::append);
            ended.sampled().forEach(each -> sampled.append(hidden(each)));
        }
        Phase ran = ended.ran();
        phases.append(ran);
        return ran;
    }

    private LoadExchange hidden(LoadExchange sampled) {
        Secrets secrets = settings.secrets();
        return new LoadExchange(
                sampled.phase(), sampled.item(), sampled.exchange().withAnswer(secrets::hide, secrets::hide));
    }

    private Consumer<RequestRecord> log(Consumer<RequestRecord> observer) {
        givenUp = false;
        return request -> {
            if (!request.outcome().answered()) {
                givenUp = true;
            }
            requests.append(request);
            observer.accept(request);
        };
    }

    private int sum(PlannedPhase plan, ToIntBiFunction<Phase.Load, Settings.Load> need) {
        return plan.loads().stream()
                .mapToInt(load -> need.applyAsInt(load, settings.load()))
                .sum();
    }

    @Override
    public void close() {
        requests.close();
        phases.close();
        queueCounts.close();
        storedResults.close();
        sampled.close();
    }
}

package crosscheck.run;

import crosscheck.RunError;
import crosscheck.check.Check;
import crosscheck.check.Step;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.environment.BlockingSession;
import crosscheck.environment.Environment;
import crosscheck.environment.MessageRecorder;
import crosscheck.environment.Ownership;
import crosscheck.functional.CheckRunner;
import crosscheck.functional.Exchange;
import crosscheck.functional.LiveStage;
import crosscheck.functional.OtherServers;
import crosscheck.functional.PlayRules;
import crosscheck.observation.Event;
import crosscheck.observation.JsonLines;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RunClock;
import crosscheck.observation.RunFolder;
import crosscheck.phase.LoadPhase;
import crosscheck.phase.PhasePlan;
import crosscheck.report.Report;
import crosscheck.sampling.Sampler;
import crosscheck.sampling.SamplingPlan;
import crosscheck.suite.Catalogue;
import crosscheck.target.TargetEnd;
import crosscheck.target.Targets;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Judgement;
import crosscheck.verdict.Result;
import crosscheck.verdict.ResultFile;
import crosscheck.verdict.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run whose environment and targets are up. The simulation begins and ends its phases; it is judged once, from its
 * folder.
 */
public final class Run implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private static final String SAMPLER = "crosscheck-sampler";

    private final Settings settings;
    private final RunFolder folder;
    private final Console console;
    private final RunClock clock = RunClock.start();
    private final Optional<Replay> replay;
    private final List<PlannedPhase> phases;
    private final Opened services = new Opened();
    private final Opened recorders = new Opened();
    private final JsonLines<Event> events;
    private final Path feeders;
    private final Targets targets;
    private final List<Check> checks;
    private final FunctionalPhase functionalPhase;
    private final LoadPhases loadPhases;
    private final List<Gate> askedGates;
    private volatile boolean cutShort;
    private Result result;

    /** @throws RunError where the run cannot begin; nothing is left running then */
    Run(String simulation, Configuration configuration, RunFolder folder, Scope scope, Console console)
            throws InterruptedException {
        this.settings = configuration.settings();
        this.folder = folder;
        this.console = console;
        replay = Replay.of(settings);
        String named = replay.map(Replay::check).orElse(settings.checks());
        phases = named.isEmpty() ? PhasePlan.of(settings, scope.scenarios()) : List.of();
        boolean ready = false;
        try {
            Contract contract = Contract.load();
            checks = scope.select(Catalogue.checks(contract, settings.workflowMixes()), named);
            console.plan(simulation, settings, phases);
            events = recorders.add(JsonLines.appendTo(folder.events(), Event.class));
            LedgerFiles.adopt(settings.ledger(), folder);
            feeders = FeederFiles.of(settings, folder);
            Ownership ownership = services.add(Ownership.claim());
            Environment environment =
                    services.add(Environment.start(settings, settings.launchesTargets(), ownership, console::progress));
            MessageRecorder messages = messages(environment, contract);
            ServerLinks links = services.add(links(environment));
            targets = services.add(Targets.start(
                    settings,
                    links.database(),
                    links.redis(),
                    folder.path().resolve("logs"),
                    StandIns.command(),
                    ownership::track,
                    console::progress));
            targets.preflight(environment.database().connections(), environment.redisUrl());
            plan(simulation, configuration, environment).write(folder.plan());
            askedGates = Judgement.of(folder).gates().stream()
                    .filter(gate -> gate.verdict() != Verdict.SKIPPED)
                    .toList();
            functionalPhase = recorders.add(new FunctionalPhase(
                    new CheckRunner.Selection(checks, !links.proxies().isEmpty(), scope.checksAtMost()),
                    new PlayRules(contract, settings.seed(), settings.requestTimeout(), clock.wall()),
                    stage(environment, messages, links),
                    folder,
                    console));
            loadPhases = recorders.add(new LoadPhases(settings, environment.database(), clock, folder, this::blocked));
            recorders.add(Sampler.start(sampling(environment), folder, clock));
            targets.onEnd(this::ended);
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    public Settings settings() {
        return settings;
    }

    public RunFolder folder() {
        return folder;
    }

    public List<PlannedPhase> phases() {
        return phases;
    }

    /** The request of a functional check to send next; empty at the end. A failure cuts the run short. */
    public Optional<Exchange> nextExchange() {
        AtomicReference<Optional<Exchange>> next = new AtomicReference<>(Optional.empty());
        attempt(() -> next.set(functionalPhase.next()));
        return next.get();
    }

    /** Takes back the request given out last, answered or not. */
    public void done(Exchange exchange) {
        attempt(() -> functionalPhase.done(exchange));
    }

    /** Where the files are that the simulations feed from. */
    public Path feeders() {
        return feeders;
    }

    public URI baseUrl(Implementation side, Service service) {
        return targets.registry().baseUrl(side, service).reveal();
    }

    /** The gates that are asked, as yet without evidence. */
    public List<Gate> askedGates() {
        return askedGates;
    }

    /** Resets the database and prepares the work that the phase needs; a failure cuts the run short. */
    public void begin(PlannedPhase phase) {
        console.phase(phases, phase.index());
        attempt(() -> loadPhases.begin(phase));
    }

    /** Looks the database over, once no request of the phase is under way; a failure cuts the run short. */
    public void end() {
        attempt(loadPhases::end);
    }

    /** The phase that has begun last. */
    public LoadPhase current() {
        return loadPhases.current();
    }

    /** Whether there is no point in going on: a target died, or the environment failed. */
    public boolean isCutShort() {
        return cutShort;
    }

    /** Judges the run and writes its report; later calls return the same result. */
    public synchronized Result judge() {
        if (result == null) {
            recorders.close();
            result = Judgement.of(folder);
            ResultFile.write(result, folder.result());
            LedgerFiles.propose(settings.ledger(), result, folder, LocalDate.ofInstant(clock.epoch(), ZoneOffset.UTC));
            Report.write(folder, result);
            replay.ifPresent(asked -> console.progress(asked.outcome(result)));
        }
        return result;
    }

    /** Judges what there is of a run that was stopped from outside. */
    synchronized Result interrupted() {
        if (result == null) {
            event(Event.Kind.INTERRUPTED, null, "stopped before the run was over");
        }
        return judge();
    }

    /** Stops everything that was started; what was observed stays. */
    @Override
    public void close() {
        recorders.close();
        services.close();
    }

    private void attempt(Runnable step) {
        if (cutShort) {
            return;
        }
        try {
            step.run();
        } catch (RunError e) {
            cutShort(Event.Kind.ENVIRONMENT_FAILED, null, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("crosscheck itself failed", e);
            cutShort(Event.Kind.HARNESS_FAILED, null, "crosscheck itself failed: " + e);
        }
    }

    private void cutShort(Event.Kind kind, Implementation implementation, String text) {
        event(kind, implementation, text);
        console.progress(text);
        cutShort = true;
    }

    private void ended(TargetEnd end) {
        Event.Kind kind = end.restarted() ? Event.Kind.TARGET_RESTARTED : Event.Kind.TARGET_DIED;
        cutShort(kind, end.implementation().orElse(null), end.text());
    }

    private void blocked(BlockingSession session) {
        Implementation side = Stream.of(Implementation.values())
                .filter(i -> i.applicationName().equals(session.applicationName()))
                .findFirst()
                .orElse(null);
        event(Event.Kind.RESET_BLOCKED, side, session.toString());
    }

    private void event(Event.Kind kind, Implementation implementation, String text) {
        events.append(new Event(clock.micros(), kind, implementation, text));
    }

    /** Everything that is published is recorded, from before the first target listens. */
    private MessageRecorder messages(Environment environment, Contract contract) {
        JsonLines<MessageRecord> log = recorders.add(JsonLines.appendTo(folder.messages(), MessageRecord.class));
        MessageRecorder recorder =
                MessageRecorder.start(environment.redisUrl(), contract.topics().keySet(), clock.wall(), log::append);
        recorders.add(() -> {
            try {
                recorder.close();
            } catch (RunError e) {
                event(Event.Kind.ENVIRONMENT_FAILED, null, e.getMessage());
            }
        });
        return recorder;
    }

    /** Load must not be measured through a proxy. */
    private ServerLinks links(Environment environment) {
        boolean cuts = checks.stream().flatMap(check -> check.steps().stream()).anyMatch(Step.Cut.class::isInstance);
        return cuts && phases.isEmpty() && settings.launchesTargets()
                ? ServerLinks.breakable(environment)
                : ServerLinks.direct(environment);
    }

    private LiveStage stage(Environment environment, MessageRecorder messages, ServerLinks links) {
        return new LiveStage(
                this::baseUrl,
                environment.database(),
                messages,
                links.proxies(),
                services.add(new OtherServers()),
                this::awaitReady,
                messages.subscribers(),
                this::blocked,
                clock.wall()::micros);
    }

    private void awaitReady() {
        try {
            targets.awaitReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RunError.environment("interrupted while targets were to become ready again");
        }
    }

    private SamplingPlan sampling(Environment environment) {
        Map<Implementation, Supplier<Set<Long>>> roots = new EnumMap<>(Implementation.class);
        for (Implementation side : Implementation.values()) {
            roots.put(side, () -> targets.roots(side).pids());
        }
        return new SamplingPlan(
                roots,
                environment.database().dataSource(SAMPLER),
                settings.profile().sampling(),
                settings.profile().pssInterval());
    }

    private Plan plan(String simulation, Configuration configuration, Environment environment) {
        return new Plan(
                Plan.SCHEMA,
                simulation,
                settings.profileName(),
                settings.sameOnBothSides().orElse(null),
                settings.seed(),
                clock.epoch(),
                configuration.effective(),
                settings.thresholds(),
                settings.askedGates(),
                TargetFacts.of(targets.infos()),
                HostFacts.read(environment.versions()),
                FunctionalPhase.ids(checks),
                phases);
    }
}

package crosscheck.run;

import crosscheck.RunError;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.environment.Environment;
import crosscheck.environment.Ownership;
import crosscheck.observation.Event;
import crosscheck.observation.JsonLines;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RunClock;
import crosscheck.observation.RunFolder;
import crosscheck.phase.LoadPhase;
import crosscheck.phase.PhasePlan;
import crosscheck.phase.Scenario;
import crosscheck.report.Report;
import crosscheck.sampling.Sampler;
import crosscheck.sampling.SamplingPlan;
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
import java.util.Set;
import java.util.function.Supplier;
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
    private final List<PlannedPhase> phases;
    private final Opened services = new Opened();
    private final Opened recorders = new Opened();
    private final JsonLines<Event> events;
    private final Path feeders;
    private final Targets targets;
    private final LoadPhases loadPhases;
    private final List<Gate> askedGates;
    private volatile boolean cutShort;
    private Result result;

    /** @throws RunError where the run cannot begin; nothing is left running then */
    Run(String simulation, Configuration configuration, RunFolder folder, Set<Scenario> scenarios, Console console)
            throws InterruptedException {
        this.settings = configuration.settings();
        this.folder = folder;
        this.console = console;
        phases = PhasePlan.of(settings, scenarios);
        boolean ready = false;
        try {
            console.plan(simulation, settings, phases);
            events = recorders.add(JsonLines.appendTo(folder.events(), Event.class));
            LedgerFiles.adopt(settings.ledger(), folder);
            feeders = FeederFiles.of(settings, folder);
            Ownership ownership = services.add(Ownership.claim());
            Environment environment =
                    services.add(Environment.start(settings, settings.launchesTargets(), ownership, console::progress));
            targets = services.add(Targets.start(
                    settings,
                    environment.databaseUrl(),
                    environment.redisUrl(),
                    folder.path().resolve("logs"),
                    StandIns.command(),
                    ownership::track,
                    console::progress));
            targets.preflight(environment.database().connections(), environment.redisUrl());
            plan(simulation, configuration, environment).write(folder.plan());
            askedGates = Judgement.of(folder).gates().stream()
                    .filter(gate -> gate.verdict() != Verdict.SKIPPED)
                    .toList();
            loadPhases = recorders.add(new LoadPhases(settings, environment.database(), clock, folder, events::append));
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

    private void event(Event.Kind kind, Implementation implementation, String text) {
        events.append(new Event(clock.micros(), kind, implementation, text));
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
                Map.of(),
                phases);
    }
}

package crosscheck.run;

import crosscheck.RunError;
import crosscheck.check.Check;
import crosscheck.check.Step;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.functional.CheckRunner;
import crosscheck.functional.Exchange;
import crosscheck.functional.PlayRules;
import crosscheck.observation.HistogramLogs;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RunFolder;
import crosscheck.phase.LoadPhase;
import crosscheck.sampling.Sampler;
import crosscheck.suite.Catalogue;
import crosscheck.target.NullServer;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Judgement;
import crosscheck.verdict.Result;
import crosscheck.verdict.ResultFile;
import crosscheck.verdict.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A run whose environment and targets are up. The simulation begins and ends its phases; it is judged once, from its
 * folder.
 */
public final class Run implements AutoCloseable {
    private final Settings settings;
    private final Console console;
    private final Journal journal;
    private final Incidents incidents;
    private final Opened services;
    private final Optional<Replay> replay;
    private final List<PlannedPhase> phases;
    private final Path feeders;
    private final Infrastructure infrastructure;
    private final FunctionalPhase functionalPhase;
    private final LoadPhases loadPhases;
    private final Optional<CapacityRun> capacity;
    private final List<Gate> askedGates;
    private Result result;

    /**
     * @param services takes everything that has to be stopped, as soon as it runs
     * @throws RunError where the run cannot begin; nothing is left running then
     */
    Run(String simulation, Configuration configuration, RunFolder folder, Scope scope, Console console, Opened services)
            throws InterruptedException {
        this.settings = configuration.settings();
        this.console = console;
        this.services = services;
        replay = Replay.of(settings);
        String named = replay.map(Replay::check).orElse(settings.checks());
        phases = named.isEmpty() ? scope.phases(settings) : List.of();
        Contract contract = Contract.load();
        List<Check> checks = scope.select(Catalogue.checks(contract, settings.workflowMixes()), named);
        boolean searched = scope.capacity() && named.isEmpty();
        console.plan(simulation, settings, FunctionalPhase.ids(checks), scope.checksAtMost(), phases, searched);
        journal = new Journal(folder);
        incidents = new Incidents(journal, console::progress);
        boolean ready = false;
        try {
            LedgerFiles.adopt(settings.ledger(), folder.ledger());
            BaselineFiles.adopt(settings.baseline(), simulation, scope.againstBaseline(), folder);
            feeders = FeederFiles.of(settings, folder);
            infrastructure = Infrastructure.start(
                    settings, contract, breakable(checks), journal, incidents, console::progress, services);
            plan(simulation, configuration, scope, checks, searched).write(folder.plan());
            askedGates = Judgement.of(folder).gates().stream()
                    .filter(gate -> gate.verdict() != Verdict.SKIPPED)
                    .toList();
            functionalPhase = journal.add(new FunctionalPhase(
                    new CheckRunner.Selection(
                            checks, !infrastructure.links().proxies().isEmpty(), scope.checksAtMost()),
                    new PlayRules(
                            contract,
                            settings.seed(),
                            settings.requestTimeout(),
                            journal.clock().wall()),
                    infrastructure.stage(journal, incidents),
                    folder,
                    console,
                    settings.secrets()));
            loadPhases = journal.add(new LoadPhases(
                    settings,
                    infrastructure.environment().database(),
                    journal.clock(),
                    folder,
                    side -> infrastructure.baseUrl(side, Service.RUNNER),
                    incidents::resetBlocked,
                    console::progress));
            capacity = searched ? Optional.of(capacity(services)) : Optional.empty();
            journal.add(
                    Sampler.start(infrastructure.sampling(scope.sampled(settings.profile())), folder, journal.clock()));
            infrastructure.targets().onEnd(incidents::targetEnded);
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
        return journal.folder();
    }

    public List<PlannedPhase> phases() {
        return phases;
    }

    /** The request of a functional check to send next; empty at the end. A failure cuts the run short. */
    public Optional<Exchange> nextExchange() {
        AtomicReference<Optional<Exchange>> next = new AtomicReference<>(Optional.empty());
        incidents.attempt(() -> next.set(functionalPhase.next()));
        return next.get();
    }

    /** Takes back the request given out last, answered or not. */
    public void done(Exchange exchange) {
        incidents.attempt(() -> functionalPhase.done(exchange));
    }

    /** Where the files are that the simulations feed from. */
    public Path feeders() {
        return feeders;
    }

    public URI baseUrl(Implementation side, Service service) {
        return infrastructure.baseUrl(side, service);
    }

    /** The gates that are asked, as yet without evidence. */
    public List<Gate> askedGates() {
        return askedGates;
    }

    /** Resets the database and prepares the work that the phase needs; a failure cuts the run short. */
    public void begin(PlannedPhase phase) {
        console.phase(phases, phase.index());
        incidents.attempt(() -> loadPhases.begin(phase));
    }

    /** Looks the database over, once no request of the phase is under way; a failure cuts the run short. */
    public void end() {
        incidents.attempt(loadPhases::end);
    }

    /** The phase that has begun last. */
    public LoadPhase current() {
        return loadPhases.current();
    }

    /** The search for capacity, which follows the phases; empty where the simulation does not ask for it. */
    public Optional<CapacityRun> capacity() {
        return capacity;
    }

    /** Takes the search for capacity to its next phase, see {@link CapacityRun}; a failure cuts the run short. */
    public void advanceCapacity() {
        incidents.attempt(capacity.orElseThrow()::advance);
    }

    /** Whether there is no point in going on: a target died, or the environment failed. */
    public boolean isCutShort() {
        return incidents.isCutShort();
    }

    /** Judges the run; later calls return the same result. */
    public synchronized Result judge() {
        if (result == null) {
            journal.close();
            result = Judgement.of(folder());
            ResultFile.write(result, folder().result());
            LocalDate today = LocalDate.ofInstant(journal.clock().epoch(), ZoneOffset.UTC);
            LedgerFiles.propose(settings.ledger(), result, folder(), today);
            HistogramLogs.write(folder());
            replay.ifPresent(asked -> console.progress(asked.outcome(result)));
        }
        return result;
    }

    /** Judges what there is of a run that was stopped from outside. */
    synchronized Result interrupted() {
        if (result == null) {
            incidents.stoppedFromOutside();
        }
        return judge();
    }

    /** Stops everything that was started; what was observed stays. */
    @Override
    public void close() {
        journal.close();
        services.close();
    }

    /** Load must not be measured through a proxy. */
    private boolean breakable(List<Check> checks) {
        boolean cuts = checks.stream().flatMap(check -> check.steps().stream()).anyMatch(Step.Cut.class::isInstance);
        return cuts && phases.isEmpty() && settings.launchesTargets();
    }

    private CapacityRun capacity(Opened services) throws InterruptedException {
        NullServer nullServer = services.add(NullServer.start(
                StandIns.nullServer(),
                settings.startup(),
                folder().path().resolve("logs"),
                infrastructure.ownership()::track));
        return new CapacityRun(
                settings, loadPhases, journal.clock(), nullServer.url(), phases.size(), console::progress);
    }

    private Plan plan(
            String simulation, Configuration configuration, Scope scope, List<Check> checks, boolean searched) {
        return new Plan(
                Plan.SCHEMA,
                simulation,
                settings.profileName(),
                settings.sameOnBothSides().orElse(null),
                settings.seed(),
                journal.clock().epoch(),
                configuration.effective(),
                settings.thresholds(),
                scope.asked(settings.askedGates()),
                TargetFacts.of(infrastructure.targets().infos()),
                HostFacts.read(
                        settings.baseline().machine(),
                        infrastructure.environment().versions()),
                FunctionalPhase.ids(checks),
                phases,
                searched ? settings.capacity() : null);
    }
}

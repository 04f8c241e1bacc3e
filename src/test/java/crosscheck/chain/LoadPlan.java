package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import crosscheck.contract.Service;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import crosscheck.run.Run;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Verdict;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A run as one sequence of Gatling populations: its functional checks, its phases of load, its judgement last; and a watch
 * beside it.
 */
public final class LoadPlan {
    private static final Duration WATCH = Duration.ofMillis(250);

    private final Run run;
    private final AtomicBoolean over = new AtomicBoolean();

    public LoadPlan(Run run) {
        this.run = run;
    }

    public List<PopulationBuilder> populations() {
        PopulationBuilder sequence = once(
                        "checks",
                        FunctionalChecks.of(
                                run::nextExchange, run::done, run.settings().requestTimeout()))
                .protocols(FunctionalChecks.protocol());
        for (PlannedPhase phase : run.phases()) {
            PopulationBuilder turn = once("begin " + number(phase), exec(session -> {
                run.begin(phase);
                return session;
            }));
            sequence = sequence.andThen(turn)
                    .andThen(phase.loads().stream()
                            .map(load -> population(phase, load))
                            .toList())
                    .andThen(once("end " + number(phase), exec(session -> {
                        run.end();
                        return session;
                    })));
        }
        if (run.capacity().isPresent()) {
            sequence =
                    sequence.andThen(CapacityLoad.population(run, run.capacity().get()));
        }
        PopulationBuilder judged = once(
                "verdict", exec(Gates.judged(run.askedGates(), this::verdict)).exec(session -> {
                    over.set(true);
                    return session;
                }));
        return List.of(sequence.andThen(judged), watch());
    }

    private PopulationBuilder population(PlannedPhase phase, Phase.Load planned) {
        Load load = new Load(
                phase.implementation().id(),
                run.baseUrl(phase.implementation(), Service.RUNNER),
                run::current,
                phase.kind() != Phase.Kind.WARM_UP,
                run.settings().requestTimeout(),
                run.feeders());
        String name = "%s %s %s".formatted(number(phase), phase.implementation(), planned.scenario());
        return LoadScenarios.population(
                name, planned, load, run.settings().load().journeyPace());
    }

    /** Ends the load as soon as there is no point in going on. */
    private PopulationBuilder watch() {
        return scenario("watch")
                .asLongAs(session -> !over.get())
                .on(pause(WATCH).stopLoadGeneratorIf("crosscheck: the run is cut short", session -> run.isCutShort()))
                .injectOpen(atOnceUsers(1));
    }

    private Verdict verdict(Gate asked) {
        return run.judge().gates().stream()
                .filter(gate -> gate.id().equals(asked.id()) && gate.implementation() == asked.implementation())
                .findFirst()
                .map(Gate::verdict)
                .orElse(Verdict.INCONCLUSIVE);
    }

    private static PopulationBuilder once(String name, ChainBuilder chain) {
        return scenario(name).exec(chain).injectOpen(atOnceUsers(1));
    }

    private static String number(PlannedPhase phase) {
        return "%02d".formatted(phase.index() + 1);
    }
}

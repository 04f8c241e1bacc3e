package crosscheck.simulation;

import static io.gatling.javaapi.http.HttpDsl.http;

import crosscheck.chain.Gates;
import crosscheck.chain.LoadPlan;
import crosscheck.phase.Scenario;
import crosscheck.run.Run;
import crosscheck.run.RunLauncher;
import io.gatling.javaapi.core.Simulation;
import java.util.EnumSet;

/** Drives both implementations with the same scenarios and judges them. */
abstract class LoadSimulation extends Simulation {
    private final Run run;

    LoadSimulation(Scenario first, Scenario... others) {
        run = RunLauncher.openOrExit(getClass().getSimpleName(), EnumSet.of(first, others));
        setUp(new LoadPlan(run).populations())
                .protocols(http.shareConnections()
                        .disableWarmUp()
                        .disableFollowRedirect()
                        .disableCaching()
                        .userAgentHeader("crosscheck"))
                .assertions(Gates.assertions(run.askedGates()));
    }

    /** Also reached when the run was cut short, and then the only place to judge it. */
    @Override
    public void after() {
        run.judge();
    }
}

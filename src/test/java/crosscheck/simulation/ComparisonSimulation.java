package crosscheck.simulation;

import static io.gatling.javaapi.http.HttpDsl.http;

import crosscheck.chain.Gates;
import crosscheck.chain.LoadPlan;
import crosscheck.run.Run;
import crosscheck.run.RunLauncher;
import crosscheck.run.Scope;
import io.gatling.javaapi.core.Simulation;

/** Drives both implementations with the same checks and the same load, and judges them. */
abstract class ComparisonSimulation extends Simulation {
    private final Run run;

    ComparisonSimulation(Scope scope) {
        run = RunLauncher.openOrExit(getClass().getSimpleName(), scope);
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

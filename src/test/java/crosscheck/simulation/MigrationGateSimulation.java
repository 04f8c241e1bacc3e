package crosscheck.simulation;

import static crosscheck.phase.Scenario.QUEUE_ASSIGNMENT;
import static crosscheck.phase.Scenario.RESULT_SUBMISSION;
import static crosscheck.phase.Scenario.WORKER_JOURNEY;

import crosscheck.run.Scope;

/**
 * May we switch? The main job: the core of the functional checks, then the strategy's load, on both
 * implementations, and every gate that the profile asks.
 */
public class MigrationGateSimulation extends ComparisonSimulation {
    public MigrationGateSimulation() {
        super(Scope.coreAndLoad(QUEUE_ASSIGNMENT, RESULT_SUBMISSION, WORKER_JOURNEY));
    }
}

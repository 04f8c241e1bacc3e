package crosscheck.simulation;

import static crosscheck.phase.Scenario.QUEUE_ASSIGNMENT;
import static crosscheck.phase.Scenario.RESULT_SUBMISSION;
import static crosscheck.phase.Scenario.WORKER_JOURNEY;

/** May we switch? The main job: the strategy's load on both implementations, and every gate that the profile asks. */
public class MigrationGateSimulation extends LoadSimulation {
    public MigrationGateSimulation() {
        super(QUEUE_ASSIGNMENT, RESULT_SUBMISSION, WORKER_JOURNEY);
    }
}

package crosscheck.simulation;

import static crosscheck.phase.Scenario.QUEUE_ASSIGNMENT;
import static crosscheck.phase.Scenario.RESULT_SUBMISSION;

import crosscheck.run.Scope;

/**
 * The strategy's "Resource Usage": each side under its normal load, ten minutes in one piece, and asked whether it leaks,
 * whatever the profile asks.
 */
public class ResourceUsageSimulation extends ComparisonSimulation {
    public ResourceUsageSimulation() {
        super(Scope.leaks(QUEUE_ASSIGNMENT, RESULT_SUBMISSION));
    }
}

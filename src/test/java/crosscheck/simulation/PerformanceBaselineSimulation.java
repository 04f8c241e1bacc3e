package crosscheck.simulation;

import static crosscheck.phase.Scenario.QUEUE_ASSIGNMENT;
import static crosscheck.phase.Scenario.RESULT_SUBMISSION;
import static crosscheck.phase.Scenario.WORKER_JOURNEY;

import crosscheck.run.Scope;

/** The strategy's load alone, to be held against runs of before: has either implementation become slower or heavier? */
public class PerformanceBaselineSimulation extends ComparisonSimulation {
    public PerformanceBaselineSimulation() {
        super(Scope.load(QUEUE_ASSIGNMENT, RESULT_SUBMISSION, WORKER_JOURNEY).withBaseline());
    }
}

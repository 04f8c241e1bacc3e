package crosscheck.simulation;

import crosscheck.phase.Scenario;
import crosscheck.run.Scope;

/** The strategy's "Result Submission": workers hand in results, 25 times a second. */
public class ResultSubmissionSimulation extends ComparisonSimulation {
    public ResultSubmissionSimulation() {
        super(Scope.load(Scenario.RESULT_SUBMISSION));
    }
}

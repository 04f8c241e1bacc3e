package crosscheck.simulation;

import crosscheck.phase.Scenario;

/** The strategy's "Result Submission": workers hand in results, 25 times a second. */
public class ResultSubmissionSimulation extends LoadSimulation {
    public ResultSubmissionSimulation() {
        super(Scenario.RESULT_SUBMISSION);
    }
}

package crosscheck.simulation;

import crosscheck.run.Scope;

/** The strategy's "Workflow": from a candidate to its publication with an implementation for each step, traces and failures. */
public class WorkflowCompleteSimulation extends ComparisonSimulation {
    public WorkflowCompleteSimulation() {
        super(Scope.suites("workflow.complete", "trace.propagation", "errors.propagation"));
    }
}

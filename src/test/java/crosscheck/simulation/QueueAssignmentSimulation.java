package crosscheck.simulation;

import crosscheck.phase.Scenario;
import crosscheck.run.Scope;

/** The strategy's "Queue Processing": workers ask for work, 50 times a second. */
public class QueueAssignmentSimulation extends ComparisonSimulation {
    public QueueAssignmentSimulation() {
        super(Scope.load(Scenario.QUEUE_ASSIGNMENT));
    }
}

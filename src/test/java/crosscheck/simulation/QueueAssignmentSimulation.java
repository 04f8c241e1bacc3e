package crosscheck.simulation;

import crosscheck.phase.Scenario;

/** The strategy's "Queue Processing": workers ask for work, 50 times a second. */
public class QueueAssignmentSimulation extends LoadSimulation {
    public QueueAssignmentSimulation() {
        super(Scenario.QUEUE_ASSIGNMENT);
    }
}

package crosscheck.simulation;

import crosscheck.run.Scope;

/** The strategy's "Message queue compatibility": format, order and number of messages, from each to the other. */
public class MessageQueueSimulation extends ComparisonSimulation {
    public MessageQueueSimulation() {
        super(Scope.suites("messages.format", "messages.order", "messages.exactly-once"));
    }
}

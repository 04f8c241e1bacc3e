package crosscheck.simulation;

import crosscheck.run.Scope;

/** The strategy's "Data consistency": what requests and transactions leave in the database, whole or not at all. */
public class DataConsistencySimulation extends ComparisonSimulation {
    public DataConsistencySimulation() {
        super(Scope.suites("data.parity", "data.transactions"));
    }
}

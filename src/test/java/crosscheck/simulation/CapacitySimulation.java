package crosscheck.simulation;

import crosscheck.run.Scope;

/**
 * The strategy's "Throughput Improvement": the highest rate of arrivals that each side holds, what is beyond it, and whether
 * it comes back.
 */
public class CapacitySimulation extends ComparisonSimulation {
    public CapacitySimulation() {
        super(Scope.searchForCapacity());
    }
}

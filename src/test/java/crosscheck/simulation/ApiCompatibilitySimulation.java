package crosscheck.simulation;

import crosscheck.run.Scope;

/** The strategy's "API compatibility": the same requests to both, answers and schemas compared and held against the contract. */
public class ApiCompatibilitySimulation extends ComparisonSimulation {
    public ApiCompatibilitySimulation() {
        super(Scope.suites("api.parity", "api.conformance", "schema.compatibility"));
    }
}

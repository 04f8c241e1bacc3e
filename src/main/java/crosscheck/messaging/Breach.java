package crosscheck.messaging;

import crosscheck.contract.FindingKind;
import crosscheck.contract.Implementation;
import crosscheck.observation.ExchangeRecord;

/**
 * A promise that one cast of a check breaks, whatever the others do.
 *
 * @param suite the gate that it counts against
 * @param operation the contract's, or empty
 * @param kind what sort
 * @param place where, without what changes from run to run
 * @param shown what came
 * @param rule what the contract says, one sentence
 * @param exchange the request that shows it
 */
public record Breach(
        String suite,
        String operation,
        FindingKind kind,
        String place,
        String shown,
        String rule,
        ExchangeRecord exchange) {

    /** Who breaks it. */
    public Implementation side() {
        return exchange.implementation();
    }
}

package crosscheck.suite;

import crosscheck.check.ApiChecks;
import crosscheck.check.Area;
import crosscheck.check.Chain;
import crosscheck.check.Check;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.configuration.Mixes;
import crosscheck.consistency.CrudChecks;
import crosscheck.consistency.TransactionChecks;
import crosscheck.contract.Contract;
import crosscheck.messaging.DeliveryChecks;
import crosscheck.messaging.FormatChecks;
import crosscheck.workflow.ErrorChecks;
import crosscheck.workflow.OutageChecks;
import crosscheck.workflow.TraceChecks;
import crosscheck.workflow.WorkflowChecks;
import java.util.List;
import java.util.stream.Stream;

/** Every functional check of a contract. */
public final class Catalogue {
    private Catalogue() {}

    /** With the strategy's mix of implementations in workflows. */
    public static List<Check> checks(Contract contract) {
        return checks(contract, Mixes.STRATEGY);
    }

    /** Always the same checks in the same order, each id once. */
    public static List<Check> checks(Contract contract, Mixes mixes) {
        Requests requests = new Requests(contract);
        Given given = new Given(requests);
        return Stream.of(
                        new ApiChecks(contract, requests, given),
                        new CrudChecks(requests, given),
                        new TransactionChecks(requests, given),
                        new FormatChecks(contract, requests, given),
                        new DeliveryChecks(requests, given),
                        new WorkflowChecks(requests, given, mixes),
                        new ErrorChecks(requests, given),
                        new OutageChecks(contract, requests, given),
                        new TraceChecks(requests, given, mixes))
                .flatMap(Area::chains)
                .map(Chain::check)
                .toList();
    }
}

package crosscheck.suite;

import crosscheck.check.ApiChecks;
import crosscheck.check.Area;
import crosscheck.check.Chain;
import crosscheck.check.Check;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.contract.Contract;
import java.util.List;
import java.util.stream.Stream;

/** Every functional check of a contract. */
public final class Catalogue {
    private Catalogue() {}

    /** Always the same checks in the same order, each id once. */
    public static List<Check> checks(Contract contract) {
        Requests requests = new Requests(contract);
        Given given = new Given(requests);
        return Stream.<Area>of(new ApiChecks(contract, requests, given))
                .flatMap(Area::chains)
                .map(Chain::check)
                .toList();
    }
}

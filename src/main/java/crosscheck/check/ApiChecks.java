package crosscheck.check;

import crosscheck.contract.Contract;
import java.util.stream.Stream;

/** Every row of the API: each success, each refusal, each rule; and what follows from the document alone. */
public final class ApiChecks implements Area {
    private final Contract contract;
    private final Requests requests;
    private final Given given;

    public ApiChecks(Contract contract, Requests requests, Given given) {
        this.contract = contract;
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.of(
                        new QueueChecks(requests, given),
                        new AssignmentChecks(requests, given),
                        new RunChecks(requests, given),
                        new ResultChecks(requests, given),
                        new ArtifactChecks(requests, given),
                        new CodebaseChecks(requests, given),
                        new CandidateChecks(requests, given),
                        new JobChecks(requests, given),
                        new MessageChecks(requests, given),
                        new RouteChecks(contract, requests),
                        new BodyChecks(requests),
                        new FieldChecks(requests, given),
                        new PageChecks(requests),
                        new PrecedenceChecks(requests, given),
                        new GeneratedBodyChecks(contract, requests, given),
                        new GeneratedParameterChecks(contract, requests, given))
                .flatMap(Area::chains);
    }
}

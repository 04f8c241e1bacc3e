package crosscheck.consistency;

import static crosscheck.check.Given.ASSIGNED_ITEM;
import static crosscheck.check.Given.ASSIGNED_RUN;
import static crosscheck.check.Given.RUN;

import crosscheck.check.Area;
import crosscheck.check.Body;
import crosscheck.check.Cast;
import crosscheck.check.Chain;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.contract.Call;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The strategy's transactions, by one implementation and handed over from one to the other, with their final states. */
public final class TransactionChecks implements Area {
    private final Requests requests;
    private final Given given;

    public TransactionChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        Body result = Given.success()
                .json("result", "{\"applied\": [\"a\", \"b\"], \"score\": 1.50}")
                .json("logfilenames", "[\"build.log\"]")
                .json("branches", "[{\"role\": \"main\", \"name\": \"m\"}, {\"role\": \"extra\"}]");
        return Stream.of(
                transaction("run-creation-with-artifacts", "log")
                        .core()
                        .then(
                                given.run(),
                                given.artifact("log", RUN, "build.log", "built\n".getBytes(StandardCharsets.UTF_8)),
                                given.artifact("diff", RUN, "result.diff", new byte[1000]),
                                requests.send(
                                        "status",
                                        Call.of("update-run").with("run_id", RUN),
                                        Body.EMPTY.text("status", "completed")),
                                given.readRun("final-run", RUN),
                                given.readArtifacts("final-artifacts", RUN)),
                transaction("queue-item-processing", "progress")
                        .core()
                        .then(given.assignment())
                        .then(
                                given.progress("progress"),
                                requests.send("result", Call.of("submit-result").with("run_id", ASSIGNED_RUN), result),
                                given.readRun("final-run", ASSIGNED_RUN),
                                requests.send(
                                        "final-item", Call.of("get-queue-item").with("id", ASSIGNED_ITEM)),
                                requests.send(
                                        "final-queue", Call.of("list-queue").with("codebase", Given.CODEBASE))),
                transaction("queue-item-processing/refused-first", "wrong")
                        .then(given.assignment())
                        .then(
                                requests.send(
                                        "wrong",
                                        Call.of("submit-result").with("run_id", ASSIGNED_RUN),
                                        result.json("branches", "[{\"role\": \"main\"}, {\"role\": \"main\"}]")),
                                requests.send(
                                        "between", Call.of("get-queue-item").with("id", ASSIGNED_ITEM)),
                                requests.send("result", Call.of("submit-result").with("run_id", ASSIGNED_RUN), result),
                                given.readRun("final-run", ASSIGNED_RUN)),
                transaction("queue-item-processing/next-item", "result")
                        .then(given.assignment())
                        .then(
                                given.result("result", ASSIGNED_RUN),
                                requests.send("scheduled", Call.of("schedule"), Given.newItem()),
                                given.assign("next"),
                                given.assign("none-left")));
    }

    private static Chain transaction(String id, String handedOver) {
        return Chain.of("data.transactions", "transaction/" + id).playedBy(Cast.handingOver(handedOver));
    }
}

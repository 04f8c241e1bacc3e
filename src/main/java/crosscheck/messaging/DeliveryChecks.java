package crosscheck.messaging;

import static crosscheck.check.Given.ASSIGNED_ITEM;
import static crosscheck.check.Given.ASSIGNED_RUN;
import static crosscheck.check.Given.RUN;

import crosscheck.check.Area;
import crosscheck.check.Body;
import crosscheck.check.Cast;
import crosscheck.check.Chain;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.stream.Stream;

/** When messages come: in order, once for what was done, not at all for what was refused, and not before the commit. */
public final class DeliveryChecks implements Area {
    private static final String MESSAGES = "messages";

    private final Requests requests;
    private final Given given;

    public DeliveryChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.concat(order(), exactlyOnce());
    }

    private Stream<Chain> order() {
        return Stream.of(Chain.of("messages.order", "messages/order")
                .core()
                .playedBy(Cast.handingOver("progress"))
                .then(given.assignment())
                .then(
                        given.progress("progress"),
                        given.result("result", ASSIGNED_RUN),
                        given.messages(MESSAGES, ASSIGNED_RUN))
                .until("/items/2/topic", "run.completed"));
    }

    private Stream<Chain> exactlyOnce() {
        Body whole = Given.success()
                .text("description", "done")
                .json("value", "1.5")
                .json("branches", "[{\"role\": \"main\", \"revision\": \"r\"}, {\"role\": \"extra\"}]");
        Body wrong = Given.success().json("branches", "[{\"role\": \"a\"}, {\"role\": \"a\"}]");
        return Stream.of(
                once("accepted")
                        .core()
                        .then(given.assignment())
                        .then(submit("result", ASSIGNED_RUN, whole))
                        .holdingTheCommit()
                        .then(given.messages(MESSAGES, ASSIGNED_RUN))
                        .until("/items/1/topic", "run.completed"),
                once("without-item")
                        .then(given.run())
                        .then(given.result("result", RUN))
                        .holdingTheCommit()
                        .then(given.messages(MESSAGES, RUN))
                        .until("/items/0/topic", "run.completed"),
                once("refused")
                        .core()
                        .then(given.run())
                        .then(
                                submit("wrong", RUN, wrong),
                                submit("incomplete", RUN, Given.success().without("logfilenames")),
                                submit("no-such-run", Given.NO_UUID, Given.success()),
                                given.messages(MESSAGES, RUN)),
                once("refused-then-accepted")
                        .core()
                        .then(given.assignment())
                        .then(
                                submit("wrong", ASSIGNED_RUN, wrong),
                                given.result("result", ASSIGNED_RUN),
                                given.result("again", ASSIGNED_RUN),
                                submit("other", ASSIGNED_RUN, Given.failure()),
                                given.messages(MESSAGES, ASSIGNED_RUN))
                        .until("/items/1/topic", "run.completed"),
                once("none-without-cause")
                        .then(given.run())
                        .then(
                                update("completed", "completed"),
                                update("running", "running"),
                                given.deleteRun("delete", RUN),
                                given.messages(MESSAGES, RUN)),
                once("assigned")
                        .core()
                        .then(given.item())
                        .then(given.assign("assignment"))
                        .holdingTheCommit()
                        .then(given.messages(MESSAGES, ASSIGNED_RUN))
                        .until("/items/0/topic", "run.started"),
                once("in-progress")
                        .then(given.assignment())
                        .then(given.progress("progress"))
                        .holdingTheCommit()
                        .then(
                                given.progress("again"),
                                requests.send("cancel", Call.of("cancel").with("id", ASSIGNED_ITEM)),
                                given.messages(MESSAGES, ASSIGNED_RUN))
                        .until("/items/1/topic", "run.progress"),
                once("published")
                        .then(given.successfulRun())
                        .then(given.publish("publish", RUN, "push"), given.publishState("state"))
                        .until("/result_code", "*")
                        .then(given.messages(MESSAGES, RUN))
                        .until("/items/1/topic", "publish.completed"),
                once("publish-refused")
                        .then(given.run())
                        .then(
                                given.publish("unfinished", RUN, "push"),
                                submit("result", RUN, Given.failure()),
                                given.publish("failed", RUN, "push"),
                                given.messages(MESSAGES, RUN))
                        .until("/items/0/topic", "run.completed"));
    }

    private static Chain once(String id) {
        return Chain.of("messages.exactly-once", "messages/once/" + id);
    }

    private Send submit(String step, String run, Body body) {
        return requests.send(step, Call.of("submit-result").with("run_id", run), body);
    }

    private Send update(String step, String status) {
        return requests.send(step, Call.of("update-run").with("run_id", RUN), Body.EMPTY.text("status", status));
    }
}

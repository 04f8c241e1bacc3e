package crosscheck.check;

import static crosscheck.check.Given.RUN;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.stream.Stream;

/**
 * The endpoints over the message bus. What a process received is not in the database, so lists are asked for one new run, or
 * from where they ended before.
 */
final class MessageChecks implements Area {
    private static final Body POSTED = Body.EMPTY.text("topic", "run.started").json("payload", """
            {"run_id": "${run#/id}", "codebase": "c", "campaign": "m", "worker": "w",
             "timestamp": "2024-06-01T12:00:00Z", "extra": [1.50]}""");

    private final Requests requests;
    private final Given given;

    MessageChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.of(
                api("post-message/202")
                        .core()
                        .then(given.run(), post("post", POSTED), given.messages("messages", RUN))
                        .until("/items/0/topic", "run.started"),
                api("list-messages/200/none").core().then(given.run(), given.messages("none", RUN)),
                api("list-messages/200/topic")
                        .then(given.run(), post("post", POSTED), given.messages("all", RUN))
                        .until("/items/0/topic", "run.started")
                        .then(
                                list("topic", filtered().with("topic", "run.started")),
                                list("other-topic", filtered().with("topic", "run.completed")),
                                list("beyond", filtered().with("offset", 1)),
                                list("empty-topic", filtered().with("topic", ""))),
                api("list-messages/422")
                        .core()
                        .then(
                                list("run-id", Call.of("list-messages").with("run_id", "abc")),
                                list(
                                        "upper-case",
                                        Call.of("list-messages")
                                                .with("run_id", "ABCDEF00-0000-4000-8000-000000000000")),
                                list("topic", Call.of("list-messages").with("topic", "run.unknown")),
                                list("limit", Call.of("list-messages").with("limit", 1001))),
                api("list-rejected-messages/200")
                        .core()
                        .then(list("beyond", rejected().with("offset", 2_000_000_000))),
                api("list-rejected-messages/422")
                        .core()
                        .then(
                                list("limit", rejected().with("limit", 0)),
                                list("offset", rejected().with("offset", -1))));
    }

    private static Chain api(String id) {
        return Chain.of("api.parity", "api/" + id);
    }

    private static Call filtered() {
        return Call.of("list-messages").with("run_id", RUN);
    }

    private static Call rejected() {
        return Call.of("list-rejected-messages");
    }

    private Send post(String step, Body body) {
        return requests.send(step, Call.of("post-message"), body);
    }

    private Send list(String step, Call call) {
        return requests.send(step, call);
    }
}

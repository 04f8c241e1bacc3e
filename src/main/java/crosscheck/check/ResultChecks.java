package crosscheck.check;

import static crosscheck.check.Given.ASSIGNED_ITEM;
import static crosscheck.check.Given.ASSIGNED_RUN;
import static crosscheck.check.Given.RUN;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.stream.Stream;

/** Results of runs. */
final class ResultChecks implements Area {
    private final Requests requests;
    private final Given given;

    ResultChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        Body whole = Given.success()
                .json("result", "{\"applied\": [{\"tag\": \"a\", \"certainty\": 1.50}], \"empty\": {}}")
                .json("logfilenames", "[\"z.log\", \"a.log\"]")
                .text("description", "two fixes")
                .json("value", "1.50")
                .json("branches", """
                        [{"role": "main", "name": "debian/main", "base_revision": "a1", "revision": "b2"},
                         {"role": "Zeta"}, {"role": "", "name": null}]""");
        Body nulls = Given.success()
                .json("description", "null")
                .json("value", "null")
                .json("branches", "null");
        Body described = Given.newRun().text("description", "kept").json("value", "7.5");
        return Stream.of(
                api("201/assigned")
                        .core()
                        .then(given.assignment())
                        .then(
                                submit("result", ASSIGNED_RUN, whole),
                                given.readRun("read-run", ASSIGNED_RUN),
                                requests.send(
                                        "item-gone", Call.of("get-queue-item").with("id", ASSIGNED_ITEM))),
                api("201/without-item")
                        .core()
                        .then(given.run(), submit("result", RUN, Given.failure()), given.readRun("read", RUN)),
                api("201/nulls").then(given.run(), submit("result", RUN, nulls), given.readRun("read", RUN)),
                api("201/absent-keeps")
                        .core()
                        .then(
                                requests.send("run", Call.of("create-run"), described),
                                submit("result", RUN, Given.success()),
                                given.readRun("read", RUN)),
                api("201/replaces-branches")
                        .then(
                                given.run(),
                                submit("first", RUN, whole),
                                requests.send(
                                        "running",
                                        Call.of("update-run").with("run_id", RUN),
                                        Body.EMPTY.text("status", "running")),
                                submit("second", RUN, Given.success().json("branches", "[{\"role\": \"only\"}]")),
                                given.readRun("read", RUN)),
                api("404").core().then(submit("absent", Given.NO_UUID, whole), submit("text", "abc", whole)),
                api("409")
                        .core()
                        .then(given.assignment())
                        .then(
                                submit("result", ASSIGNED_RUN, Given.success()),
                                submit("same", ASSIGNED_RUN, Given.success()),
                                submit("other", ASSIGNED_RUN, Given.failure()),
                                given.readRun("read-run", ASSIGNED_RUN)),
                api("409/data-set").then(given.knownRun(), submit("again", "${known#/items/0/id}", whole)),
                api("422/branches")
                        .core()
                        .then(
                                given.run(),
                                submit(
                                        "same-role",
                                        RUN,
                                        branches("[{\"role\": \"a\"}, {\"role\": \"b\"}, {\"role\": \"a\"}]")),
                                submit("no-role", RUN, branches("[{\"role\": \"a\"}, {\"name\": \"b\"}]")),
                                submit("role-no-text", RUN, branches("[{\"role\": 1}]")),
                                submit("no-object", RUN, branches("[{\"role\": \"a\"}, 3]")),
                                submit("null-element", RUN, branches("[null]"))),
                api("422/logfilenames")
                        .then(
                                given.run(),
                                submit("no-text", RUN, Given.success().json("logfilenames", "[\"a\", 2]")),
                                submit("null-element", RUN, Given.success().json("logfilenames", "[null]")),
                                submit(
                                        "nul",
                                        RUN,
                                        Given.success().json("logfilenames", "[\"a\", \"b\", \"\\u0000\"]"))));
    }

    private static Chain api(String id) {
        return Chain.of("api.parity", "api/submit-result/" + id);
    }

    private static Body branches(String json) {
        return Given.success().json("branches", json);
    }

    private Send submit(String step, String run, Body body) {
        return requests.send(step, Call.of("submit-result").with("run_id", run), body);
    }
}

package crosscheck.check;

import static crosscheck.check.Given.ASSIGNED_RUN;
import static crosscheck.check.Given.RUN;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs as records: created, read, listed, corrected, deleted. */
final class RunChecks implements Area {
    private static final String KNOWN = "${known#/items/0/id}";

    private final Requests requests;
    private final Given given;

    RunChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.of(creating(), reading(), updating(), deleting()).flatMap(chains -> chains);
    }

    private Stream<Chain> creating() {
        Body whole = Given.newRun()
                .text("command", "brush")
                .text("worker", "worker-9")
                .text("description", "made by hand")
                .json("value", "15e-1")
                .json("context", "[1, \"two\", null, {\"three\": 3.0}]");
        Body nulls = Given.newRun()
                .json("command", "null")
                .json("worker", "null")
                .json("start_time", "null")
                .json("description", "null")
                .json("value", "null")
                .json("context", "null");
        return Stream.of(
                api("create-run/201/defaults")
                        .then(create("run", Given.newRun().without("start_time")), given.readRun("read", RUN)),
                api("create-run/201/whole").core().then(create("run", whole), given.readRun("read", RUN)),
                api("create-run/201/nulls").then(create("run", nulls), given.readRun("read", RUN)),
                api("create-run/404")
                        .core()
                        .then(
                                create("codebase", Given.newRun().text("codebase", Given.UNKNOWN)),
                                create("campaign", Given.newRun().text("campaign", Given.UNKNOWN))));
    }

    private Stream<Chain> reading() {
        return Stream.of(
                api("get-run/200").core().then(given.knownRun(), given.readRun("read", KNOWN)),
                api("get-run/404")
                        .core()
                        .then(
                                given.readRun("absent", Given.NO_UUID),
                                given.readRun("text", "abc"),
                                given.readRun("number", "1"),
                                given.readRun("short", Given.NO_UUID.substring(1)),
                                given.readRun("braces", "{" + Given.NO_UUID + "}")),
                api("get-run/404/upper-case")
                        .then(given.knownRun(), given.readRun("upper-case", "${upper:known#/items/0/id}")),
                api("list-runs/200/filters")
                        .core()
                        .then(
                                list("codebase", Call.of("list-runs").with("codebase", Given.KNOWN_CODEBASE)),
                                list(
                                        "campaign",
                                        Call.of("list-runs")
                                                .with("campaign", Given.CAMPAIGN)
                                                .with("limit", 5)),
                                list(
                                        "result-code",
                                        Call.of("list-runs")
                                                .with("result_code", "success")
                                                .with("limit", 5)),
                                list(
                                        "all-three",
                                        Call.of("list-runs")
                                                .with("codebase", Given.KNOWN_CODEBASE)
                                                .with("campaign", Given.CAMPAIGN)
                                                .with("result_code", "build-failed")),
                                list("unknown", Call.of("list-runs").with("result_code", Given.UNKNOWN)),
                                list("prefix", Call.of("list-runs").with("codebase", Given.PREFIX)),
                                list(
                                        "other-case",
                                        Call.of("list-runs")
                                                .with("codebase", Given.KNOWN_CODEBASE.toUpperCase(Locale.ROOT))),
                                list("pattern", Call.of("list-runs").with("codebase", Given.PREFIX + "_")),
                                list(
                                        "empty-values",
                                        Call.of("list-runs")
                                                .with("codebase", "")
                                                .with("limit", "")
                                                .with("offset", ""))),
                api("list-runs/200/order")
                        .then(
                                create("first", Given.newRun()),
                                create("before", Given.newRun().text("start_time", "2024-06-01T11:59:59.999999Z")),
                                create("newest", Given.newRun().text("start_time", "2024-06-01T12:00:01Z")),
                                create("oldest", Given.newRun().text("start_time", "1999-12-31T23:59:59Z")),
                                list(
                                        "unfinished",
                                        Call.of("list-runs")
                                                .with("codebase", Given.KNOWN_CODEBASE)
                                                .with("limit", 1000)),
                                list(
                                        "page",
                                        Call.of("list-runs").with("limit", 10).with("offset", 3))));
    }

    private Stream<Chain> updating() {
        Body whole = Body.EMPTY.text("description", "new").json("value", "2.25").json("context", "{\"a\": [true]}");
        return Stream.of(
                api("update-run/200/whole")
                        .core()
                        .then(given.run(), update("update", RUN, whole), given.readRun("read", RUN)),
                api("update-run/200/one-field")
                        .then(
                                given.run(),
                                update("all", RUN, whole),
                                update("description", RUN, Body.EMPTY.text("description", "newer")),
                                update("value", RUN, Body.EMPTY.json("value", "0")),
                                update("context", RUN, Body.EMPTY.json("context", "false")),
                                update("nothing", RUN, Body.EMPTY)),
                api("update-run/200/null-clears")
                        .core()
                        .then(
                                given.run(),
                                update("all", RUN, whole),
                                update("description", RUN, Body.EMPTY.json("description", "null")),
                                update("value", RUN, Body.EMPTY.json("value", "null")),
                                update("context", RUN, Body.EMPTY.json("context", "null"))),
                api("update-run/200/status")
                        .core()
                        .then(
                                given.run(),
                                update("completed", RUN, Body.EMPTY.text("status", "completed")),
                                update("running", RUN, Body.EMPTY.text("status", "running"))),
                api("update-run/200/keeps-finish-time")
                        .then(given.knownRun(), update("completed", KNOWN, Body.EMPTY.text("status", "completed"))),
                api("update-run/200/result-after-running")
                        .then(given.successfulRun())
                        .then(
                                update("running", RUN, Body.EMPTY.text("status", "running")),
                                given.result("second", RUN)),
                api("update-run/200/active-without-status")
                        .then(given.assignment())
                        .then(update("update", ASSIGNED_RUN, whole)),
                api("update-run/404").core().then(update("absent", Given.NO_UUID, whole), update("text", "abc", whole)),
                api("update-run/409")
                        .core()
                        .then(given.assignment())
                        .then(
                                update("completed", ASSIGNED_RUN, Body.EMPTY.text("status", "completed")),
                                update("running", ASSIGNED_RUN, Body.EMPTY.text("status", "running")),
                                update(
                                        "described",
                                        ASSIGNED_RUN,
                                        Body.EMPTY.text("status", "completed").text("description", "refused"))),
                api("update-run/422/null-status")
                        .then(given.run(), update("null", RUN, Body.EMPTY.json("status", "null"))));
    }

    private Stream<Chain> deleting() {
        return Stream.of(
                api("delete-run/204")
                        .core()
                        .then(given.run(), delete("delete", RUN), delete("again", RUN), given.readRun("read", RUN)),
                api("delete-run/404").core().then(delete("absent", Given.NO_UUID), delete("text", "abc")),
                api("delete-run/409").core().then(given.assignment()).then(delete("active", ASSIGNED_RUN)));
    }

    private static Chain api(String id) {
        return Chain.of("api.parity", "api/" + id);
    }

    private Send create(String step, Body body) {
        return requests.send(step, Call.of("create-run"), body);
    }

    private Send list(String step, Call call) {
        return requests.send(step, call);
    }

    private Send update(String step, String run, Body body) {
        return requests.send(step, Call.of("update-run").with("run_id", run), body);
    }

    private Send delete(String step, String run) {
        return requests.send(step, Call.of("delete-run").with("run_id", run));
    }
}

package crosscheck.consistency;

import static crosscheck.check.Given.ASSIGNED_RUN;
import static crosscheck.check.Given.CODEBASE;
import static crosscheck.check.Given.PUBLISH;
import static crosscheck.check.Given.RUN;

import crosscheck.check.Area;
import crosscheck.check.Body;
import crosscheck.check.Chain;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The strategy's CRUD tests of its models Run and Codebase, and what refused requests must leave alone. */
public final class CrudChecks implements Area {
    private static final byte[] LOG = "built\n".getBytes(StandardCharsets.UTF_8);

    private final Requests requests;
    private final Given given;

    public CrudChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.of(runs(), codebases(), refusals()).flatMap(chains -> chains);
    }

    private Stream<Chain> runs() {
        Body update =
                Body.EMPTY.text("description", "corrected").json("value", "2.5").json("context", "[1]");
        Body result =
                Given.success().json("branches", "[{\"role\": \"main\", \"revision\": \"r1\"}, {\"role\": \"extra\"}]");
        return Stream.of(
                data("run")
                        .core()
                        .then(
                                given.run(),
                                given.readRun("created", RUN),
                                requests.send("update", Call.of("update-run").with("run_id", RUN), update),
                                given.readRun("updated", RUN),
                                given.deleteRun("delete", RUN),
                                given.readRun("deleted", RUN),
                                given.deleteRun("delete-again", RUN)),
                data("run/deleted-whole")
                        .core()
                        .then(
                                given.run(),
                                given.artifact("log", RUN, "build.log", LOG),
                                given.artifact("diff", RUN, "result.diff", new byte[0]),
                                submit("result", RUN, result),
                                given.publish("publish", RUN, "push"),
                                given.publishState("published"))
                        .until("/result_code", "*")
                        .then(
                                given.deleteRun("delete", RUN),
                                given.readArtifacts("artifacts", RUN),
                                requests.send(
                                        "artifact",
                                        Call.of("get-artifact")
                                                .with("run_id", RUN)
                                                .with("name", "build.log")),
                                requests.send(
                                        "publish-row", Call.of("get-publish").with("publish_id", PUBLISH))),
                data("run/others-stay")
                        .then(
                                given.run(),
                                given.artifact("log", RUN, "build.log", LOG),
                                requests.send("other", Call.of("create-run"), Given.newRun()),
                                given.deleteRun("delete", "${other#/id}"),
                                given.readArtifacts("artifacts", RUN)),
                data("run/deleted-after-result")
                        .then(given.assignment())
                        .then(
                                given.deleteRun("active", ASSIGNED_RUN),
                                given.result("result", ASSIGNED_RUN),
                                given.deleteRun("delete", ASSIGNED_RUN),
                                given.readRun("deleted", ASSIGNED_RUN)));
    }

    private Stream<Chain> codebases() {
        Body replacement = Body.EMPTY
                .text("name", CODEBASE)
                .text("branch_url", "https://vcs.example.org/git/moved")
                .text("vcs_type", "git")
                .json("value", "0.5");
        return Stream.of(data("codebase")
                .core()
                .then(
                        given.codebase(),
                        read("created"),
                        requests.send("replace", Call.of("replace-codebase").with("name", CODEBASE), replacement),
                        read("replaced"),
                        requests.send(
                                "replace-with-nothing",
                                Call.of("replace-codebase").with("name", CODEBASE),
                                Body.EMPTY),
                        read("emptied"),
                        requests.send("list", Call.of("list-codebases").with("limit", 1000)),
                        requests.send("create-again", Call.of("create-codebase"), replacement),
                        read("kept")));
    }

    private Stream<Chain> refusals() {
        Body wrong =
                Given.success().text("description", "lost").json("branches", "[{\"role\": \"a\"}, {\"role\": \"a\"}]");
        Body late = Given.failure()
                .text("description", "late")
                .json("value", "9")
                .json("branches", "[{\"role\": \"late\"}]");
        return Stream.of(
                data("refused/result")
                        .core()
                        .then(given.assignment())
                        .then(
                                given.artifact("log", ASSIGNED_RUN, "build.log", LOG),
                                submit("wrong", ASSIGNED_RUN, wrong),
                                submit(
                                        "incomplete",
                                        ASSIGNED_RUN,
                                        Given.success().without("result")),
                                given.readRun("run", ASSIGNED_RUN),
                                requests.send("queue", Call.of("list-queue").with("codebase", CODEBASE)),
                                given.readArtifacts("artifacts", ASSIGNED_RUN)),
                data("refused/second-result")
                        .then(given.run(), given.result("result", RUN))
                        .then(submit("late", RUN, late), given.readRun("read", RUN)),
                data("refused/artifact")
                        .then(given.run(), given.artifact("log", RUN, "build.log", LOG))
                        .then(
                                Requests.with(
                                        given.artifact("text", RUN, "build.log", new byte[3]),
                                        Requests.CONTENT_TYPE,
                                        "text/plain"),
                                given.artifact("too-large", RUN, "build.log", new byte[(16 << 20) + 1]),
                                requests.send(
                                        "get",
                                        Call.of("get-artifact")
                                                .with("run_id", RUN)
                                                .with("name", "build.log"))),
                data("refused/update")
                        .then(given.run())
                        .then(
                                requests.send(
                                        "half-wrong",
                                        Call.of("update-run").with("run_id", RUN),
                                        Body.EMPTY.text("description", "lost").json("value", "\"no number\"")),
                                given.readRun("read", RUN)),
                data("refused/active-update")
                        .then(given.assignment())
                        .then(
                                requests.send(
                                        "half-refused",
                                        Call.of("update-run").with("run_id", ASSIGNED_RUN),
                                        Body.EMPTY.text("description", "lost").text("status", "completed")),
                                given.readRun("run", ASSIGNED_RUN)),
                data("refused/create")
                        .core()
                        .then(
                                requests.send(
                                        "unknown-campaign",
                                        Call.of("create-run"),
                                        Given.newRun().text("campaign", Given.UNKNOWN)),
                                requests.send(
                                        "unknown-codebase",
                                        Call.of("submit-candidate"),
                                        Given.newItem().text("codebase", Given.UNKNOWN)),
                                requests.send(
                                        "wrong-system",
                                        Call.of("create-codebase"),
                                        Body.EMPTY.text("name", CODEBASE).text("vcs_type", "cvs")),
                                read("not-created")));
    }

    private static Chain data(String id) {
        return Chain.of("data.parity", "data/" + id);
    }

    private Send submit(String step, String run, Body body) {
        return requests.send(step, Call.of("submit-result").with("run_id", run), body);
    }

    private Send read(String step) {
        return requests.send(step, Call.of("get-codebase").with("name", CODEBASE));
    }
}

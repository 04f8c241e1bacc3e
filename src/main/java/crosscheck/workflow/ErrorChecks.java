package crosscheck.workflow;

import static crosscheck.check.Given.ASSIGNED_RUN;
import static crosscheck.check.Given.RUN;

import crosscheck.check.Area;
import crosscheck.check.Body;
import crosscheck.check.Cast;
import crosscheck.check.Chain;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.contract.Call;
import java.util.List;
import java.util.stream.Stream;

/** What a caller sees when a service that is asked on its behalf refuses, and that nothing is half done. */
public final class ErrorChecks implements Area {
    private static final List<Integer> UPLOAD_ANSWERS = List.of(400, 404, 409, 413, 500, 503);

    private final Requests requests;
    private final Given given;

    public ErrorChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.of(uploads(), publishing(), deletedRuns()).flatMap(chains -> chains);
    }

    private Stream<Chain> uploads() {
        return Stream.of(
                errors("upload/run-deleted")
                        .core()
                        .playedBy(Cast.handingOver("execute"))
                        .then(
                                given.run(),
                                given.deleteRun("delete", RUN),
                                given.execute("execute", RUN, Given.RUNNER),
                                given.readArtifacts("artifacts", RUN)),
                errors("upload/refused")
                        .core()
                        .then(given.run())
                        .then(UPLOAD_ANSWERS.stream()
                                .map(status -> given.execute("answer-" + status, RUN, "${url:answers:" + status + "}"))
                                .toList())
                        .then(given.readRun("read", RUN), given.readArtifacts("artifacts", RUN)),
                errors("upload/not-answered")
                        .core()
                        .then(
                                given.run(),
                                given.execute("closed", RUN, "${url:closed}"),
                                given.readRun("read", RUN),
                                given.readArtifacts("artifacts", RUN)),
                errors("upload/no-such-route")
                        .then(
                                given.run(),
                                given.execute("elsewhere", RUN, Given.RUNNER + "/elsewhere"),
                                given.readArtifacts("artifacts", RUN)),
                errors("upload/accepted")
                        .then(
                                given.run(),
                                given.execute("created", RUN, "${url:answers:201}"),
                                given.readArtifacts("artifacts", RUN)));
    }

    private Stream<Chain> publishing() {
        return Stream.of(
                errors("publish/unfinished")
                        .core()
                        .playedBy(Cast.handingOver("publish"))
                        .then(given.assignment())
                        .then(given.publish("publish", ASSIGNED_RUN, "push"), given.readRun("run", ASSIGNED_RUN)),
                errors("publish/failed")
                        .core()
                        .playedBy(Cast.handingOver("publish"))
                        .then(
                                given.run(),
                                requests.send("result", Call.of("submit-result").with("run_id", RUN), Given.failure()),
                                given.publish("publish", RUN, "propose"),
                                given.messages("messages", RUN))
                        .until("/items/0/topic", "run.completed"),
                errors("publish/deleted")
                        .core()
                        .playedBy(Cast.handingOver("publish"))
                        .then(given.successfulRun())
                        .then(
                                given.deleteRun("delete", RUN),
                                given.publish("publish", RUN, "push"),
                                given.messages("messages", RUN))
                        .until("/items/0/topic", "run.completed"),
                errors("publish/running-again")
                        .playedBy(Cast.handingOver("publish"))
                        .then(given.successfulRun())
                        .then(
                                requests.send(
                                        "running",
                                        Call.of("update-run").with("run_id", RUN),
                                        Body.EMPTY.text("status", "running")),
                                given.publish("publish", RUN, "push")));
    }

    private Stream<Chain> deletedRuns() {
        return Stream.of(errors("run-deleted")
                .playedBy(Cast.handingOver("result"))
                .then(
                        given.run(),
                        given.deleteRun("delete", RUN),
                        given.result("result", RUN),
                        given.artifact("artifact", RUN, "build.log", new byte[1]),
                        given.messages("messages", RUN)));
    }

    private static Chain errors(String id) {
        return Chain.of("errors.propagation", "errors/" + id);
    }
}

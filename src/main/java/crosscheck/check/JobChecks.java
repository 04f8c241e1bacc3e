package crosscheck.check;

import static crosscheck.check.Given.PUBLISH;
import static crosscheck.check.Given.RUN;
import static crosscheck.check.Given.RUNNER;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.stream.Stream;

/** What the worker and the publisher do. */
final class JobChecks implements Area {
    private final Requests requests;
    private final Given given;

    JobChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.concat(executing(), publishing());
    }

    private Stream<Chain> executing() {
        return Stream.of(
                api("execute-job/200")
                        .core()
                        .then(
                                given.run(),
                                given.execute("execute", RUN, RUNNER),
                                given.countArtifacts("artifacts", RUN, 2)),
                api("execute-job/200/twice")
                        .then(
                                given.run(),
                                given.execute("execute", RUN, RUNNER),
                                given.execute("again", RUN, RUNNER),
                                given.countArtifacts("artifacts", RUN, 2)),
                api("execute-job/502").core().then(given.execute("no-such-run", Given.NO_UUID, RUNNER)),
                api("execute-job/422/runner-url")
                        .core()
                        .then(
                                given.execute("no-url", Given.NO_UUID, "runner"),
                                given.execute("empty", Given.NO_UUID, ""),
                                given.execute("other-scheme", Given.NO_UUID, "ftp://127.0.0.1/")));
    }

    private Stream<Chain> publishing() {
        return Stream.of(
                api("publish/202/push")
                        .core()
                        .then(given.successfulRun())
                        .then(given.publish("publish", RUN, "push"), given.publishState("state"))
                        .until("/result_code", "*"),
                api("publish/202/propose")
                        .then(given.successfulRun())
                        .then(given.publish("publish", RUN, "propose"), given.publishState("state"))
                        .until("/result_code", "*"),
                api("publish/202/attempt-push")
                        .then(given.successfulRun())
                        .then(given.publish("publish", RUN, "attempt-push"), given.publishState("state"))
                        .until("/result_code", "*"),
                api("publish/202/twice")
                        .then(given.successfulRun())
                        .then(given.publish("first", RUN, "push"))
                        .then(requests.send(
                                "first-state", Call.of("get-publish").with("publish_id", "${first#/publish_id}")))
                        .until("/result_code", "*")
                        .then(given.publish("publish", RUN, "push"), given.publishState("state"))
                        .until("/result_code", "*"),
                api("publish/404").core().then(given.publish("absent", Given.NO_UUID, "push")),
                api("publish/409/unfinished").then(given.run(), given.publish("publish", RUN, "push")),
                api("publish/409/failed")
                        .core()
                        .then(
                                given.run(),
                                requests.send("result", Call.of("submit-result").with("run_id", RUN), Given.failure()),
                                given.publish("publish", RUN, "push")),
                api("get-publish/404")
                        .core()
                        .then(state("absent", Given.NO_UUID), state("text", "abc"), state("number", "1")),
                api("get-publish/404/upper-case")
                        .then(given.successfulRun())
                        .then(given.publish("publish", RUN, "push"), given.publishState("state"))
                        .until("/result_code", "*")
                        .then(state("upper-case", PUBLISH.replace("${", "${upper:"))));
    }

    private static Chain api(String id) {
        return Chain.of("api.parity", "api/" + id);
    }

    private Send state(String step, String id) {
        return requests.send(step, Call.of("get-publish").with("publish_id", id));
    }
}

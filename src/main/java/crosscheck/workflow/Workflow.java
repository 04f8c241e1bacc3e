package crosscheck.workflow;

import crosscheck.check.Body;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.check.Step;
import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.List;
import java.util.Map;

/** The strategy's job lifecycle, from a candidate to what is published of it, and how it looks at the end. */
final class Workflow {
    static final String RUN = "${assign#/run_id}";

    /** How changes are published, by campaign; pushed where nothing is said. */
    private static final Map<String, String> PUBLISH_POLICY = Map.of(
            "lintian-fixes", "attempt-push",
            "new-upstream", "propose",
            "debianize", "propose");

    private final Requests requests;
    private final Given given;

    Workflow(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    static String publishMode(String campaign) {
        return PUBLISH_POLICY.getOrDefault(campaign, "push");
    }

    /** Submit candidate, schedule, assign. */
    List<Step> untilAssigned(String campaign, String context) {
        Body item = Given.newItem().text("campaign", campaign).json("context", context);
        return List.of(
                given.codebase(),
                requests.send(
                        Casting.SUBMIT_CANDIDATE,
                        Call.of("submit-candidate"),
                        item.json("value", "12.5").json("success_chance", "0.8")),
                requests.send(
                        Casting.SCHEDULE,
                        Call.of("schedule"),
                        item.text("bucket", "webhook").text("requester", "publisher")),
                given.assign(Casting.ASSIGN),
                requests.send(
                        "progress",
                        Call.of("set-item-status").with("id", "${assign#/id}"),
                        Body.EMPTY.text("status", "in_progress")));
    }

    /** The worker executes what was assigned, and uploads to the runner of whoever plays the step {@code runner}. */
    Send execute() {
        return requests.send(
                Casting.EXECUTE,
                Call.of("execute-job"),
                Body.EMPTY
                        .text("run_id", RUN)
                        .text("codebase", "${assign#/codebase}")
                        .text("campaign", "${assign#/campaign}")
                        .text("command", "${assign#/command}")
                        .text("runner_url", Given.RUNNER));
    }

    /** The result as the worker reported it; what its own result object has in it is not contract. */
    Send processResult() {
        return requests.send(
                Casting.PROCESS_RESULT,
                Call.of("submit-result").with("run_id", RUN),
                Body.EMPTY
                        .text("result_code", "${execute#/result_code}")
                        .json("result", "{\"command\": \"${assign#/command}\", \"score\": 1.50}")
                        .json("logfilenames", "[\"build.log\"]")
                        .text("description", "na\u00efve \u5305")
                        .json("value", "15e-1")
                        .json("branches", "[{\"role\": \"main\", \"name\": \"debian/main\", \"revision\": \"r1\"}]"));
    }

    Send publish(String campaign) {
        return given.publish(Casting.PUBLISH, RUN, publishMode(campaign));
    }

    Send published() {
        return given.publishState("published");
    }

    /** What is left of it, asked of whoever plays the rest. */
    List<Step> finalState() {
        return List.of(
                given.readRun("final-run", RUN),
                given.countArtifacts("final-artifacts", RUN, 2),
                requests.send("final-item", Call.of("get-queue-item").with("id", "${assign#/id}")),
                requests.send("final-queue", Call.of("list-queue").with("codebase", Given.CODEBASE)));
    }
}

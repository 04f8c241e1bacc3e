package crosscheck.check;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import crosscheck.data.Campaign;
import crosscheck.data.Codebases;
import java.util.List;

/**
 * What checks begin with. Nothing depends on seed or size of the data set: what it surely has is its first codebase, its
 * first campaign and a run; the rest is made.
 */
public final class Given {
    /** A codebase of the data set; whether it has a queue item is not known. */
    public static final String KNOWN_CODEBASE = Codebases.name(0);

    /** A name that others begin with, and that is none itself. */
    static final String PREFIX = KNOWN_CODEBASE.substring(0, KNOWN_CODEBASE.length() - 1);

    public static final String CAMPAIGN = Campaign.first(1).get(0).name();

    /** A codebase that {@link #codebase()} makes, so that its part of the queue is empty. */
    public static final String CODEBASE = "crosscheck";

    public static final String UNKNOWN = "no-such-name";
    public static final String NO_UUID = "00000000-0000-4000-8000-000000000000";
    public static final String START = "2024-06-01T12:00:00Z";
    public static final String WORKER = "worker-1";

    /** The runner of whoever plays the check. */
    public static final String RUNNER = "${url:runner}";

    public static final String ITEM = "${item#/id}";
    public static final String RUN = "${run#/id}";
    public static final String ASSIGNED_ITEM = "${assignment#/id}";
    public static final String ASSIGNED_RUN = "${assignment#/run_id}";
    public static final String PUBLISH = "${publish#/publish_id}";

    private final Requests requests;

    public Given(Requests requests) {
        this.requests = requests;
    }

    public Send codebase() {
        return requests.send("codebase", Call.of("create-codebase"), Body.EMPTY.text("name", CODEBASE));
    }

    /** A run of the data set, finished; its id is {@code ${known#/items/0/id}}. */
    public Send knownRun() {
        return requests.send("known", Call.of("list-runs").with("limit", 1));
    }

    /** A running run that no queue item refers to. */
    public Send run() {
        return requests.send("run", Call.of("create-run"), newRun());
    }

    public static Body newRun() {
        return Body.EMPTY
                .text("codebase", KNOWN_CODEBASE)
                .text("campaign", CAMPAIGN)
                .text("start_time", START);
    }

    /** A pending item of {@link #CODEBASE}, the only one. */
    public List<Step> item() {
        return List.of(codebase(), requests.send("item", Call.of("schedule"), newItem()));
    }

    public static Body newItem() {
        return Body.EMPTY.text("codebase", CODEBASE).text("campaign", CAMPAIGN);
    }

    /** The same item assigned, with its running run. */
    public List<Step> assignment() {
        return List.of(item().get(0), item().get(1), assign("assignment"));
    }

    /** Assigns what is pending for {@link #CODEBASE}. */
    public Send assign(String step) {
        return requests.send(
                step, Call.of("assign").with("X-Worker-Name", WORKER).with("codebase", CODEBASE));
    }

    /** A result for a run; what it says went well. */
    public Send result(String step, String run) {
        return requests.send(step, Call.of("submit-result").with("run_id", run), success());
    }

    public static Body success() {
        return Body.EMPTY.text("result_code", "success").json("result", "{}").json("logfilenames", "[]");
    }

    public static Body failure() {
        return success().text("result_code", "build-failed");
    }

    /** A run that was successful. */
    public List<Step> successfulRun() {
        return List.of(run(), result("result", RUN));
    }

    public Send artifact(String step, String run, String name, byte[] content) {
        return requests.send(
                step,
                Call.of("put-artifact").with("run_id", run).with("name", name).body(content));
    }

    public Send deleteRun(String step, String run) {
        return requests.send(step, Call.of("delete-run").with("run_id", run));
    }

    public Send progress(String step) {
        return requests.send(
                step, Call.of("set-item-status").with("id", ASSIGNED_ITEM), Body.EMPTY.text("status", "in_progress"));
    }

    /** A job for the worker, whose uploads go to the runner at this base URL. */
    public Send execute(String step, String run, String runner) {
        return requests.send(
                step,
                Call.of("execute-job"),
                Body.EMPTY
                        .text("run_id", run)
                        .text("codebase", KNOWN_CODEBASE)
                        .text("campaign", CAMPAIGN)
                        .text("command", "brush --fix")
                        .text("runner_url", runner));
    }

    public Send publish(String step, String run, String mode) {
        return requests.send(
                step, Call.of("publish"), Body.EMPTY.text("run_id", run).text("mode", mode));
    }

    public Send readRun(String step, String run) {
        return requests.send(step, Call.of("get-run").with("run_id", run));
    }

    public Send readArtifacts(String step, String run) {
        return requests.send(step, Call.of("list-artifacts").with("run_id", run));
    }

    /** How many artifacts a run has besides so many, and not what is in them. */
    public Send countArtifacts(String step, String run, int besides) {
        return requests.send(step, Call.of("list-artifacts").with("run_id", run).with("offset", besides));
    }

    /** Messages about a run, as whoever is asked received them. */
    public Send messages(String step, String run) {
        return requests.send(step, Call.of("list-messages").with("run_id", run));
    }

    /** How publishing {@link #PUBLISH} went. */
    public Send publishState(String step) {
        return requests.send(step, Call.of("get-publish").with("publish_id", PUBLISH));
    }
}

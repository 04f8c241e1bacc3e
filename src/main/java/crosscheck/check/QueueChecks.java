package crosscheck.check;

import static crosscheck.check.Given.ASSIGNED_ITEM;
import static crosscheck.check.Given.ITEM;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Queue items: scheduled, listed, read, put in progress, cancelled. */
final class QueueChecks implements Area {
    private static final List<String> BUCKETS = List.of("default", "reschedule", "webhook", "manual");

    private final Requests requests;
    private final Given given;

    QueueChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.of(scheduling(), listing(), reading(), progress(), cancelling())
                .flatMap(chains -> chains);
    }

    private Stream<Chain> scheduling() {
        Body whole = Given.newItem()
                .text("command", "brush --all")
                .text("bucket", "manual")
                .json("priority", "-7")
                .json("estimated_duration", "0")
                .text("requester", "operator-1")
                .json("context", "{\"n\": [1.50, null], \"t\": \"x\", \"big\": 12345678901234567890}");
        Body nulls = Given.newItem()
                .json("command", "null")
                .json("bucket", "null")
                .json("priority", "null")
                .json("estimated_duration", "null")
                .json("requester", "null")
                .json("context", "null");
        return Stream.of(
                api("schedule/201/defaults").core().then(given.item()).then(get("read", ITEM)),
                api("schedule/201/whole")
                        .core()
                        .then(given.codebase(), schedule("item", whole))
                        .then(get("read", ITEM)),
                api("schedule/201/nulls")
                        .then(given.codebase(), schedule("item", nulls))
                        .then(get("read", ITEM)),
                api("schedule/201/beside-assigned").then(given.assignment()).then(schedule("again", Given.newItem())),
                api("schedule/404")
                        .core()
                        .then(
                                schedule("codebase", Given.newItem().text("codebase", Given.UNKNOWN)),
                                schedule(
                                        "campaign",
                                        Given.newItem()
                                                .text("codebase", Given.KNOWN_CODEBASE)
                                                .text("campaign", Given.UNKNOWN))),
                api("schedule/409").core().then(given.item()).then(schedule("again", whole)));
    }

    private Stream<Chain> listing() {
        return Stream.of(
                api("list-queue/200/filters")
                        .core()
                        .then(given.assignment())
                        .then(
                                list("all", Call.of("list-queue")),
                                list("of-codebase", Call.of("list-queue").with("codebase", Given.CODEBASE)),
                                list(
                                        "campaign",
                                        Call.of("list-queue")
                                                .with("campaign", Given.CAMPAIGN)
                                                .with("limit", 3)),
                                list("assigned", Call.of("list-queue").with("status", "assigned")),
                                list("in-progress", Call.of("list-queue").with("status", "in_progress")),
                                list(
                                        "pending",
                                        Call.of("list-queue")
                                                .with("status", "pending")
                                                .with("limit", 5)),
                                list("unknown", Call.of("list-queue").with("codebase", Given.UNKNOWN)),
                                list("prefix", Call.of("list-queue").with("codebase", Given.PREFIX)),
                                list("pattern", Call.of("list-queue").with("codebase", "%")),
                                list(
                                        "empty-values",
                                        Call.of("list-queue")
                                                .with("codebase", "")
                                                .with("status", "")
                                                .with("limit", ""))),
                api("list-queue/200/order")
                        .core()
                        .then(manyItems())
                        .then(
                                list("all", Call.of("list-queue").with("limit", 1000)),
                                list(
                                        "page",
                                        Call.of("list-queue").with("limit", 2).with("offset", 1))));
    }

    private Stream<Chain> reading() {
        return Stream.of(api("get-queue-item/404")
                .core()
                .then(
                        get("absent", "9223372036854775807"),
                        get("too-large", "9223372036854775808"),
                        get("zero", "0"),
                        get("text", "abc"),
                        get("fraction", "1.5")));
    }

    private Stream<Chain> progress() {
        return Stream.of(
                api("set-item-status/200")
                        .core()
                        .then(given.assignment())
                        .then(status("progress", ASSIGNED_ITEM, "in_progress"), get("read", ASSIGNED_ITEM)),
                api("set-item-status/404")
                        .core()
                        .then(
                                status("absent", "9223372036854775807", "in_progress"),
                                status("text", "abc", "in_progress")),
                api("set-item-status/409/pending")
                        .core()
                        .then(given.item())
                        .then(
                                status("in-progress", ITEM, "in_progress"),
                                status("assigned", ITEM, "assigned"),
                                status("pending", ITEM, "pending")),
                api("set-item-status/409/assigned")
                        .then(given.assignment())
                        .then(
                                status("pending", ASSIGNED_ITEM, "pending"),
                                status("assigned", ASSIGNED_ITEM, "assigned")),
                api("set-item-status/409/in-progress")
                        .then(given.assignment())
                        .then(
                                status("progress", ASSIGNED_ITEM, "in_progress"),
                                status("again", ASSIGNED_ITEM, "in_progress"),
                                status("back", ASSIGNED_ITEM, "assigned")));
    }

    private Stream<Chain> cancelling() {
        return Stream.of(
                api("cancel/204")
                        .core()
                        .then(given.item())
                        .then(cancel("cancel", ITEM), cancel("again", ITEM), get("read", ITEM)),
                api("cancel/204/schedules-again")
                        .then(given.item())
                        .then(cancel("cancel", ITEM), schedule("again", Given.newItem())),
                api("cancel/404").core().then(cancel("absent", "9223372036854775807"), cancel("text", "abc")),
                api("cancel/409/assigned").core().then(given.assignment()).then(cancel("cancel", ASSIGNED_ITEM)),
                api("cancel/409/in-progress")
                        .then(given.assignment())
                        .then(status("progress", ASSIGNED_ITEM, "in_progress"), cancel("cancel", ASSIGNED_ITEM)));
    }

    /** Two items in each bucket, scheduled from the last one to the first. */
    private List<Step> manyItems() {
        List<Step> steps = new ArrayList<>();
        for (String bucket : BUCKETS) {
            for (int priority = 1; priority >= 0; priority--) {
                String name = bucket + "-" + priority;
                steps.add(requests.send("codebase-" + name, Call.of("create-codebase"), Body.EMPTY.text("name", name)));
                steps.add(schedule(
                        "item-" + name,
                        Given.newItem()
                                .text("codebase", name)
                                .text("bucket", bucket)
                                .json("priority", "" + priority)));
            }
        }
        return steps;
    }

    private static Chain api(String id) {
        return Chain.of("api.parity", "api/" + id);
    }

    private Send schedule(String step, Body body) {
        return requests.send(step, Call.of("schedule"), body);
    }

    private Send list(String step, Call call) {
        return requests.send(step, call);
    }

    private Send get(String step, String id) {
        return requests.send(step, Call.of("get-queue-item").with("id", id));
    }

    private Send cancel(String step, String id) {
        return requests.send(step, Call.of("cancel").with("id", id));
    }

    private Send status(String step, String id, String status) {
        return requests.send(step, Call.of("set-item-status").with("id", id), Body.EMPTY.text("status", status));
    }
}

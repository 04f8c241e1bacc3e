package crosscheck.check;

import static crosscheck.check.Given.ASSIGNED_ITEM;
import static crosscheck.check.Given.ASSIGNED_RUN;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Work handed out: which item, to whom, and when there is none. */
final class AssignmentChecks implements Area {
    private static final String WORKER_NAME = "X-Worker-Name";
    private static final int LONGEST_NAME = 200;

    private final Requests requests;
    private final Given given;

    AssignmentChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        Body withContext = Given.newItem().json("context", "{\"suite\": \"unstable\", \"n\": 1.50}");
        return Stream.of(
                api("200")
                        .core()
                        .then(
                                given.codebase(),
                                requests.send("item", Call.of("schedule"), withContext),
                                given.assign("assignment"),
                                given.readRun("read-run", ASSIGNED_RUN),
                                requests.send(
                                        "read-item", Call.of("get-queue-item").with("id", ASSIGNED_ITEM))),
                api("200/filters")
                        .then(given.item())
                        .then(requests.send(
                                "assignment",
                                assign().with("codebase", Given.CODEBASE).with("campaign", Given.CAMPAIGN))),
                api("503/filter-is-a-whole-name")
                        .then(given.item())
                        .then(
                                requests.send("prefix", assign().with("codebase", Given.PREFIX)),
                                requests.send("pattern", assign().with("campaign", "%"))),
                api("200/empty-filters")
                        .then(given.item())
                        .then(requests.send(
                                "assignment", assign().with("codebase", "").with("campaign", ""))),
                api("200/longest-name").then(given.item()).then(named("longest", "w".repeat(LONGEST_NAME))),
                api("200/order")
                        .core()
                        .then(oneItemInEachBucket())
                        .then(Stream.of("first", "second", "third", "fourth", "fifth")
                                .map(step -> requests.send(step, assign().with("campaign", Given.CAMPAIGN)))
                                .toList()),
                api("400")
                        .core()
                        .then(given.item())
                        .then(
                                Requests.without(given.assign("absent"), WORKER_NAME),
                                named("empty", ""),
                                named("too-long", "w".repeat(LONGEST_NAME + 1))),
                api("503/queue-empty")
                        .core()
                        .then(
                                given.codebase(),
                                given.assign("empty"),
                                requests.send("unknown-codebase", assign().with("codebase", Given.UNKNOWN)),
                                requests.send("unknown-campaign", assign().with("campaign", Given.UNKNOWN))),
                api("503/all-assigned").then(given.assignment()).then(given.assign("again")));
    }

    private List<Step> oneItemInEachBucket() {
        List<Step> steps = new ArrayList<>();
        Map.of("default", "-5", "reschedule", "3", "webhook", "2", "manual", "9").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(bucket -> {
                    String name = bucket.getKey();
                    steps.add(requests.send(
                            "codebase-" + name, Call.of("create-codebase"), Body.EMPTY.text("name", name)));
                    steps.add(requests.send(
                            "item-" + name,
                            Call.of("schedule"),
                            Given.newItem()
                                    .text("codebase", name)
                                    .text("bucket", name)
                                    .json("priority", bucket.getValue())));
                });
        return steps;
    }

    private static Chain api(String id) {
        return Chain.of("api.parity", "api/assign/" + id);
    }

    private static Call assign() {
        return Call.of("assign").with(WORKER_NAME, Given.WORKER);
    }

    private Send named(String step, String worker) {
        return Requests.with(given.assign(step), WORKER_NAME, worker);
    }
}

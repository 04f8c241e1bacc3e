package crosscheck.messaging;

import static crosscheck.check.Given.ASSIGNED_RUN;
import static crosscheck.check.Given.RUN;

import crosscheck.check.Area;
import crosscheck.check.Body;
import crosscheck.check.Cast;
import crosscheck.check.Chain;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.check.Samples;
import crosscheck.check.Step;
import crosscheck.contract.Call;
import crosscheck.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What messages look like: those that requests cause, and those that one implementation sends and the other's consumer takes
 * or rejects. Topics and fields are the document's.
 */
public final class FormatChecks implements Area {
    /** Far beyond the last rejected message. */
    private static final int END = 2_000_000_000;

    private static final String RECEIVED = "received";

    private final Contract contract;
    private final Requests requests;
    private final Given given;

    public FormatChecks(Contract contract, Requests requests, Given given) {
        this.contract = contract;
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.concat(
                Stream.of(format("caused")
                        .core()
                        .then(Lifecycle.steps(given))
                        .then(given.messages(RECEIVED, ASSIGNED_RUN))
                        .until("/items/3/topic", "publish.completed")),
                contract.topics().values().stream().flatMap(this::delivery));
    }

    private Stream<Chain> delivery(Contract.Topic topic) {
        Body valid = valid(topic);
        return Stream.of(
                format("delivered/" + topic.name())
                        .core()
                        .playedBy(Cast.handingOver(RECEIVED))
                        .then(given.run(), post("post", topic, valid.toString()), given.messages(RECEIVED, RUN))
                        .until("/items/0/topic", topic.name()),
                format("delivered/" + topic.name() + "/extra-fields")
                        .playedBy(Cast.handingOver(RECEIVED))
                        .then(
                                given.run(),
                                post(
                                        "post",
                                        topic,
                                        valid.text("na\u00efve", "\u5305")
                                                .json("n", "[1.50, {}]")
                                                .toString()),
                                given.messages(RECEIVED, RUN))
                        .until("/items/0/topic", topic.name()),
                rejected(topic, valid),
                noJson(topic, valid));
    }

    /** All at once, so that the last one in the list tells that all are there. */
    private Chain rejected(Contract.Topic topic, Body valid) {
        Map<String, String> payloads = invalid(valid);
        List<Step> posts = new ArrayList<>();
        payloads.forEach((kind, payload) -> posts.add(post(kind, topic, payload)));
        Call list = Call.of("list-rejected-messages");
        return format("rejected/" + topic.name())
                .playedBy(Cast.handingOver("before", RECEIVED))
                .then(given.run(), requests.send("before", list.with("offset", END)))
                .then(posts)
                .then(requests.send(
                        RECEIVED, list.with("offset", "${before#/total}").with("limit", 1000)))
                .until("/items/" + (payloads.size() - 1) + "/topic", topic.name());
    }

    /** A consumer lives through what is no JSON at all, and takes the next message. */
    private Chain noJson(Contract.Topic topic, Body valid) {
        String sample = Samples.body(contract, topic.payload()).toString();
        List<Step> published = List.of(
                new Step.Publish("nothing", topic.name(), ""),
                new Step.Publish("words", topic.name(), "no json"),
                new Step.Publish("cut-off", topic.name(), sample.substring(0, sample.length() - 1)),
                new Step.Publish("more-behind", topic.name(), sample + " }"));
        Call list = Call.of("list-rejected-messages");
        return format("rejected/" + topic.name() + "/no-json")
                .core()
                .then(given.run(), requests.send("before", list.with("offset", END)))
                .then(published)
                .then(requests.send("rejected", list.with("offset", "${before#/total}")))
                .until("/items/" + (published.size() - 1) + "/topic", topic.name())
                .then(post("post", topic, valid.toString()), given.messages(RECEIVED, RUN))
                .until("/items/0/topic", topic.name());
    }

    private Body valid(Contract.Topic topic) {
        return Samples.body(contract, topic.payload()).text("run_id", RUN);
    }

    /** Payloads that are valid for no topic, by what is wrong. */
    private static Map<String, String> invalid(Body valid) {
        Map<String, String> payloads = new LinkedHashMap<>();
        payloads.put("null", "null");
        payloads.put("array", "[" + valid + "]");
        payloads.put("text", Body.quoted("run.started"));
        payloads.put("number", "1.5");
        payloads.put("nothing", "{}");
        for (String field : valid.fields().keySet()) {
            payloads.put("no-" + field, valid.without(field).toString());
            payloads.put(field + "-null", valid.json(field, "null").toString());
            payloads.put(field + "-object", valid.json(field, "{}").toString());
        }
        payloads.put(
                "run-id-upper-case", valid.text("run_id", "${upper:run#/id}").toString());
        payloads.put("run-id-no-uuid", valid.text("run_id", "abc").toString());
        payloads.put(
                "timestamp-zone",
                valid.text("timestamp", "2024-06-01T12:00:00+00:00").toString());
        payloads.put("timestamp-number", valid.json("timestamp", "1717243200").toString());
        return payloads;
    }

    private static Chain format(String id) {
        return Chain.of("messages.format", "messages/" + id);
    }

    private Step post(String step, Contract.Topic topic, String payload) {
        return requests.send(
                step,
                Call.of("post-message"),
                Body.EMPTY.text("topic", topic.name()).json("payload", payload));
    }
}

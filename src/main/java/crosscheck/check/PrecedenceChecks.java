package crosscheck.check;

import static crosscheck.check.Requests.CONTENT_TYPE;
import static crosscheck.check.Requests.outside;
import static crosscheck.check.Requests.with;
import static crosscheck.check.Requests.withBody;
import static crosscheck.check.Requests.withJson;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.stream.Stream;

/**
 * Two faults in one request: route, id in the path, media type, size, JSON, fields and database refuse in this order. Bodies
 * that are too large are kept from faults that come before, since a connection may be closed upon them.
 */
final class PrecedenceChecks implements Area {
    private static final String TEXT = "text/plain";
    private static final String NO_JSON = "{";
    private static final Body WRONG_FIELD = Body.EMPTY.json("value", "\"text\"");

    private final Requests requests;
    private final Given given;

    PrecedenceChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.of(
                rule("route")
                        .core()
                        .then(
                                withJson(outside("and-json", "POST", "/api/unknown"), NO_JSON),
                                with(
                                        withJson(outside("and-media-type", "POST", "/api/unknown"), NO_JSON),
                                        CONTENT_TYPE,
                                        TEXT),
                                outside("method-and-id", "POST", "/api/runs/abc"),
                                withJson(outside("method-and-json", "PUT", "/api/runs"), NO_JSON)),
                rule("id")
                        .core()
                        .then(
                                with(update("and-media-type", "abc", WRONG_FIELD), CONTENT_TYPE, TEXT),
                                withJson(update("and-json", "abc", WRONG_FIELD), NO_JSON),
                                update("and-field", "abc", WRONG_FIELD),
                                Requests.bare(update("and-absent-body", "abc", WRONG_FIELD)),
                                requests.send(
                                        "and-query",
                                        Call.of("list-artifacts")
                                                .with("run_id", "abc")
                                                .with("limit", 0))),
                rule("media-type")
                        .core()
                        .then(
                                with(withJson(create("and-json"), NO_JSON), CONTENT_TYPE, TEXT),
                                with(withJson(create("and-field"), "{}"), CONTENT_TYPE, TEXT),
                                with(update("and-database", Given.NO_UUID, Body.EMPTY), CONTENT_TYPE, TEXT)),
                rule("media-type/artifact-name")
                        .then(
                                given.run(),
                                with(
                                        given.artifact("and-name", Given.RUN, "bad name", new byte[1]),
                                        CONTENT_TYPE,
                                        TEXT)),
                rule("size")
                        .then(
                                withJson(create("and-json"), NO_JSON + " ".repeat(BodyChecks.LIMIT)),
                                withBody(create("and-field"), BodyChecks.padded(WRONG_FIELD, BodyChecks.LIMIT + 1)),
                                withBody(
                                        update("and-database", Given.NO_UUID, Body.EMPTY),
                                        BodyChecks.padded(Body.EMPTY, BodyChecks.LIMIT + 1))),
                rule("json").core().then(withJson(update("and-database", Given.NO_UUID, Body.EMPTY), NO_JSON)),
                rule("field")
                        .core()
                        .then(
                                update("and-run", Given.NO_UUID, WRONG_FIELD),
                                requests.send(
                                        "and-codebase",
                                        Call.of("create-run"),
                                        Given.newRun()
                                                .text("codebase", Given.UNKNOWN)
                                                .json("value", "\"text\"")),
                                requests.send(
                                        "and-item",
                                        Call.of("set-item-status").with("id", "9223372036854775807"),
                                        Body.EMPTY.text("status", "unknown")),
                                requests.send(
                                        "and-other-name",
                                        Call.of("replace-codebase").with("name", Given.UNKNOWN),
                                        Body.EMPTY.json("value", "[]")),
                                requests.send(
                                        "and-query",
                                        Call.of("list-artifacts")
                                                .with("run_id", Given.NO_UUID)
                                                .with("limit", 0))),
                rule("field/already-queued")
                        .then(given.item())
                        .then(requests.send(
                                "again", Call.of("schedule"), Given.newItem().text("bucket", "unknown"))),
                rule("field/already-finished")
                        .then(
                                given.knownRun(),
                                requests.send(
                                        "result",
                                        Call.of("submit-result").with("run_id", "${known#/items/0/id}"),
                                        Given.success().json("result", "[]"))));
    }

    private static Chain rule(String id) {
        return Chain.of("api.parity", "rule/refusal-order/" + id);
    }

    private Send create(String step) {
        return requests.send(step, Call.of("create-run"), Given.newRun());
    }

    private Send update(String step, String run, Body body) {
        return requests.send(step, Call.of("update-run").with("run_id", run), body);
    }
}

package crosscheck.check;

import static crosscheck.check.Requests.CONTENT_TYPE;
import static crosscheck.check.Requests.with;
import static crosscheck.check.Requests.withBody;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Bodies that are no JSON, of another media type, too large or no object. */
final class BodyChecks implements Area {
    /** The most bytes that a JSON body may have. */
    static final int LIMIT = 1 << 20;

    private static final Map<String, String> MALFORMED = new TreeMap<>(Map.ofEntries(
            Map.entry("open", "{\"codebase\": \"c\""),
            Map.entry("word", "nothing"),
            Map.entry("single-quotes", "{'codebase': 'c'}"),
            Map.entry("comma-at-end", "{\"codebase\": \"c\",}"),
            Map.entry("two-values", "{} {}"),
            Map.entry("comment", "{} // run"),
            Map.entry("no-colon", "{\"codebase\" \"c\"}"),
            Map.entry("line-break-in-text", "{\"codebase\": \"a\nb\"}"),
            Map.entry("unknown-escape", "{\"codebase\": \"\\x41\"}"),
            Map.entry("white-space", " \n"),
            Map.entry("form", "codebase=c&campaign=m")));
    private static final List<String> JSON_TYPES = List.of(
            "application/json; charset=utf-8",
            "application/json;charset=UTF-8",
            "application/json; charset=\"utf-8\"",
            "Application/JSON");
    private static final List<String> OTHER_TYPES = List.of(
            "application/json; charset=iso-8859-1",
            "application/json; charset=utf-16",
            "text/json",
            "text/plain; charset=utf-8",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
            "application/problem+json",
            "application/jsonp");

    private final Requests requests;

    BodyChecks(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Stream<Chain> chains() {
        byte[] latin1 = "{\"codebase\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);
        return Stream.of(
                rule("malformed-json")
                        .core()
                        .then(MALFORMED.entrySet().stream()
                                .map(json -> Requests.withJson(run(json.getKey()), json.getValue()))
                                .toList()),
                rule("malformed-json/encoding").then(withBody(run("latin-1"), latin1), withBody(run("utf-16"), utf16)),
                rule("malformed-json/absent")
                        .then(
                                withBody(run("with-type"), null),
                                Requests.bare(run("without-type")),
                                withBody(run("empty"), new byte[0])),
                rule("media-type/accepted")
                        .core()
                        .then(JSON_TYPES.stream()
                                .map(type -> with(run(type), CONTENT_TYPE, type))
                                .toList()),
                rule("media-type/refused")
                        .core()
                        .then(OTHER_TYPES.stream()
                                .map(type -> with(run(type), CONTENT_TYPE, type))
                                .toList()),
                rule("media-type/missing").then(Requests.without(run("missing"), CONTENT_TYPE)),
                rule("no-object")
                        .then(Stream.of("null", "[]", "[{}]", "\"text\"", "1", "true")
                                .map(json -> Requests.withJson(run(json), json))
                                .toList()),
                rule("white-space-and-escapes")
                        .then(
                                Requests.withJson(run("spaced"), " \r\n\t" + Given.newRun() + "\n "),
                                Requests.withJson(
                                        run("escaped"),
                                        Given.newRun().toString().replace("codebase", "\\u0063odebase"))),
                rule("size/largest").then(run("largest", LIMIT)),
                rule("size/one-over").then(run("one-over", LIMIT + 1)));
    }

    private static Chain rule(String id) {
        return Chain.of("api.parity", "rule/" + id);
    }

    private Send run(String step) {
        return requests.send(step, Call.of("create-run"), Given.newRun());
    }

    /** A valid body of exactly this many bytes. */
    private Send run(String step, int bytes) {
        return withBody(run(step), padded(Given.newRun(), bytes));
    }

    /** The same object, with white space to make it this many bytes. */
    static byte[] padded(Body body, int bytes) {
        String json = body.toString();
        return (json + " ".repeat(bytes - body.bytes().length)).getBytes(StandardCharsets.UTF_8);
    }
}

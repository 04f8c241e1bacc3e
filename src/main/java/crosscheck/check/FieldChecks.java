package crosscheck.check;

import static crosscheck.check.Given.RUN;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Timestamps, numbers and text as fields carry them. */
final class FieldChecks implements Area {
    private static final List<String> TIMESTAMPS = List.of(
            "2024-02-29T23:59:59Z",
            "2024-06-01T12:00:00.5Z",
            "2024-06-01T12:00:00.500000Z",
            "2024-06-01T12:00:00.123456Z",
            "2024-06-01T12:00:00.000001Z",
            "1970-01-01T00:00:00Z",
            "1969-12-31T23:59:59.999999Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z");
    private static final List<String> NO_TIMESTAMPS = List.of(
            "2024-06-01T12:00:00.1234567Z",
            "2024-06-01T12:00:00+00:00",
            "2024-06-01T12:00:00+02:00",
            "2024-06-01T12:00:00",
            "2024-06-01 12:00:00Z",
            "2024-06-01T12:00Z",
            "2024-06-01",
            "20240601T120000Z",
            "2024-06-01T12:00:00.Z",
            "2023-02-29T12:00:00Z",
            "2024-13-01T12:00:00Z",
            "2024-06-01T24:00:00Z",
            "2024-06-01T12:60:00Z",
            " 2024-06-01T12:00:00Z",
            "now",
            "");
    private static final List<String> NUMBERS = List.of(
            "1.5",
            "1.50",
            "15e-1",
            "0.15E+1",
            "1e2",
            "100",
            "-0",
            "0",
            "0.1",
            "-1.5e-300",
            "5e-324",
            "9007199254740992",
            "123456789.12345678");
    private static final List<String> NO_NUMBERS = List.of("1e400", "-1e400", "\"1.5\"", "true", "[1.5]", "{}");
    private static final List<String> PRIORITIES =
            List.of("9223372036854775807", "-9223372036854775808", "-0", "9007199254740993");
    private static final List<String> NO_PRIORITIES = List.of("9223372036854775808", "1.5", "1e400", "\"1\"");
    private static final String UNICODE =
            "na\u00efve \u5305 \ud83e\udd80 e\u0301 \u202eabc \u2028 \" \\ / \t \r\n \u0001 \u007f";

    private final Requests requests;
    private final Given given;

    FieldChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.of(
                rule("timestamps/accepted")
                        .core()
                        .then(each(
                                TIMESTAMPS,
                                (step, value) -> createRun(step, Given.newRun().text("start_time", value)))),
                rule("timestamps/refused")
                        .core()
                        .then(each(
                                NO_TIMESTAMPS,
                                (step, value) -> createRun(step, Given.newRun().text("start_time", value)))),
                rule("timestamps/wrong-type")
                        .then(
                                createRun("number", Given.newRun().json("start_time", "1717243200")),
                                createRun("object", Given.newRun().json("start_time", "{}"))),
                rule("numbers/accepted")
                        .core()
                        .then(each(
                                NUMBERS,
                                (step, value) -> createRun(step, Given.newRun().json("value", value)))),
                rule("numbers/refused")
                        .core()
                        .then(each(
                                NO_NUMBERS,
                                (step, value) -> createRun(step, Given.newRun().json("value", value)))),
                rule("numbers/malformed")
                        .then(each(
                                List.of("01", "+1", ".5", "1.", "0x10", "NaN", "Infinity", "1e"),
                                (step, value) -> createRun(step, Given.newRun().json("value", value)))),
                rule("integers/accepted").core().then(integers()),
                rule("integers/refused")
                        .then(given.codebase())
                        .then(each(
                                NO_PRIORITIES,
                                (step, value) -> schedule(step, Given.newItem().json("priority", value)))),
                rule("integers/duration")
                        .then(given.codebase())
                        .then(
                                schedule("negative", Given.newItem().json("estimated_duration", "-1")),
                                schedule("over", Given.newItem().json("estimated_duration", "2147483648")),
                                schedule("largest", Given.newItem().json("estimated_duration", "2147483647"))),
                rule("any-json")
                        .core()
                        .then(each(
                                List.of(
                                        "{}",
                                        "[]",
                                        "\"\"",
                                        "\"text\"",
                                        "0",
                                        "1.50",
                                        "-1.5e-7",
                                        "true",
                                        "false",
                                        "null",
                                        "9007199254740993",
                                        "[[[{\"a\": {\"b\": [null]}}]]]",
                                        "{\"\": \"empty key\", \"\u00e9\": 1}"),
                                (step, value) -> createRun(step, Given.newRun().json("context", value)))),
                rule("any-json/refused")
                        .then(
                                createRun("nul", Given.newRun().json("context", "{\"a\": [\"\\u0000\"]}")),
                                createRun("number", Given.newRun().json("context", "{\"a\": {\"b\": -1e400}}")),
                                requests.send(
                                        "result",
                                        Call.of("submit-result").with("run_id", Given.NO_UUID),
                                        Given.success().json("result", "{\"a\": \"\\u0000\"}"))),
                rule("text/unicode").core().then(unicode()),
                rule("text/escapes")
                        .then(
                                createRun(
                                        "escaped",
                                        Given.newRun().json("description", "\"\\u00e9 \\ud83e\\udd80 \\/ \\b\\f\"")),
                                createRun("empty", Given.newRun().text("description", "")),
                                createRun("blank", Given.newRun().text("description", "  ")),
                                createRun("null-word", Given.newRun().text("description", "null"))),
                rule("text/nul")
                        .then(
                                createRun("description", Given.newRun().json("description", "\"a\\u0000b\"")),
                                createRun("codebase", Given.newRun().json("codebase", "\"\\u0000\""))),
                rule("text/long")
                        .then(
                                createRun("run", Given.newRun().text("description", "\u5305".repeat(100_000))),
                                given.readRun("read", RUN)),
                rule("unknown-fields")
                        .then(createRun(
                                "extra",
                                Given.newRun()
                                        .json("unknown", "{\"a\": 1}")
                                        .text("id", Given.NO_UUID)
                                        .text("status", "completed")
                                        .text("result_code", "success"))));
    }

    private List<Step> integers() {
        Map<String, String> byName = new TreeMap<>();
        for (int i = 0; i < PRIORITIES.size(); i++) {
            byName.put("priority-" + i, PRIORITIES.get(i));
        }
        return byName.entrySet().stream()
                .<Step>mapMulti((priority, steps) -> {
                    Body named = Body.EMPTY.text("name", priority.getKey());
                    steps.accept(requests.send("codebase-" + priority.getKey(), Call.of("create-codebase"), named));
                    steps.accept(schedule(
                            priority.getKey(),
                            Given.newItem().text("codebase", priority.getKey()).json("priority", priority.getValue())));
                })
                .toList();
    }

    /** Text of every kind in every field that takes any. */
    private List<Step> unicode() {
        return List.of(
                requests.send(
                        "codebase",
                        Call.of("create-codebase"),
                        Body.EMPTY
                                .text("name", "na\u00efve \u5305 \ud83e\udd80")
                                .text("branch_url", UNICODE)
                                .text("subpath", UNICODE)),
                requests.send("read-codebase", Call.of("get-codebase").with("name", "na\u00efve \u5305 \ud83e\udd80")),
                requests.send(
                        "candidate", Call.of("submit-candidate"), unicodeItem().text("command", UNICODE)),
                schedule("item", unicodeItem().text("command", UNICODE).text("requester", UNICODE)),
                requests.send("listed", Call.of("list-queue").with("codebase", "na\u00efve \u5305 \ud83e\udd80")),
                createRun(
                        "run",
                        unicodeItem()
                                .text("start_time", Given.START)
                                .text("command", UNICODE)
                                .text("worker", UNICODE)
                                .text("description", UNICODE)
                                .json(
                                        "context",
                                        Body.EMPTY.text(UNICODE, UNICODE).toString())),
                requests.send(
                        "result",
                        Call.of("submit-result").with("run_id", RUN),
                        Given.success()
                                .text("result_code", UNICODE)
                                .json(
                                        "result",
                                        Body.EMPTY.text(UNICODE, UNICODE).toString())
                                .json("logfilenames", "[" + Body.quoted(UNICODE) + "]")
                                .json(
                                        "branches",
                                        "["
                                                + Body.EMPTY
                                                        .text("role", UNICODE)
                                                        .text("name", UNICODE)
                                                        .text("base_revision", UNICODE)
                                                        .text("revision", UNICODE)
                                                + "]")),
                given.readRun("read-run", RUN));
    }

    private static Body unicodeItem() {
        return Given.newItem().text("codebase", "na\u00efve \u5305 \ud83e\udd80");
    }

    @FunctionalInterface
    private interface ToStep {
        Send of(String step, String value);
    }

    private static List<Send> each(List<String> values, ToStep step) {
        return values.stream()
                .map(value -> step.of(value.isEmpty() ? "empty" : value, value))
                .toList();
    }

    private static Chain rule(String id) {
        return Chain.of("api.parity", "rule/" + id);
    }

    private Send createRun(String step, Body body) {
        return requests.send(step, Call.of("create-run"), body);
    }

    private Send schedule(String step, Body body) {
        return requests.send(step, Call.of("schedule"), body);
    }
}

package crosscheck.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Contract;
import crosscheck.contract.Reply;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyComparisonTest {
    private static final Contract CONTRACT = Contract.load();
    private static final Instant EPOCH = Instant.parse("2026-11-23T10:00:00Z");
    private static final String PYTHON_RUN = "11111111-1111-4111-8111-111111111111";
    private static final String RUST_RUN = "22222222-2222-4222-8222-222222222222";
    private static final String RUN = """
            {"id":"%s","codebase":"a","campaign":"c","command":null,"worker":"w","start_time":"%s","finish_time":null,
             "status":"running","result_code":null,"description":null,"value":1.5,"context":null,"result":null,
             "logfilenames":[],"branches":[],"instigated_context":null}""";

    private final ReplyComparison comparison = new ReplyComparison(CONTRACT);
    private final Minted minted = new Minted();
    private int second;

    @Test
    void acceptsWhatEachSideMintedForItself() {
        assertThat(createRun("10:00:00.25Z", "10:00:00.750001Z")).isEmpty();
        assertThat(compare("get-run", run(PYTHON_RUN, "10:00:00.25Z"), run(RUST_RUN, "10:00:00.750001Z")))
                .isEmpty();
    }

    @Test
    void findsAnIdThatIsNotTheOneHandedOut() {
        createRun("10:00:00Z", "10:00:00Z");
        assertThat(compare("get-run", run(PYTHON_RUN, "10:00:00Z"), run(PYTHON_RUN, "10:00:00Z")))
                .containsExactly("value id");
        assertThat(compare("get-run", run(PYTHON_RUN, "10:00:00Z"), run(RUST_RUN.replace('2', '3'), "10:00:00Z")))
                .containsExactly("value id");
    }

    @Test
    void findsAnIdThatIsHandedOutTwice() {
        createRun("10:00:00Z", "10:00:00Z");
        String assignment = """
                {"id":7,"run_id":"%s","codebase":"a","campaign":"c","command":"x","estimated_duration":900,
                 "bucket":"default","context":null}""";
        assertThat(compare(
                        "assign",
                        reply(200, assignment.formatted(PYTHON_RUN.replace('1', '4'))),
                        reply(200, assignment.formatted(RUST_RUN))))
                .contains("value run_id");
    }

    @Test
    void mapsIdsInLocationsAndTexts() {
        createRun("10:00:00Z", "10:00:00Z");
        Reply python = reply(409, error("run-active", PYTHON_RUN));
        String rejected = "{'items':[{'topic':'run.started','raw':'{run_id:%s}','error':'%s'}],'total':1}";
        assertThat(compare("delete-run", python, reply(409, error("run-active", "rust says it otherwise"))))
                .isEmpty();
        assertThat(compare(
                        "list-rejected-messages",
                        reply(200, rejected.formatted(PYTHON_RUN, "no")),
                        reply(200, rejected.formatted(RUST_RUN, "bad"))))
                .isEmpty();
        assertThat(compare(
                        "list-rejected-messages",
                        reply(200, rejected.formatted(PYTHON_RUN, "no")),
                        reply(200, rejected.formatted(PYTHON_RUN, "no"))))
                .containsExactly("value items[0].raw");
    }

    @ParameterizedTest
    @CsvSource({
        "10:00:00.25Z, 09:59:58Z", // before the request
        "10:00:00.25Z, 10:00:03Z", // after the answer
        "10:00:00.25Z, 11:00:00.25Z", // another zone
        "10:00:00.25Z, 2026-11-23T10:00:00.25+00:00"
    })
    void findsAMintedTimeOutsideItsWindow(String python, String rust) {
        assertThat(createRun(python, rust)).containsExactly("value start_time");
    }

    @Test
    void findsATimeOfAnotherExchange() {
        createRun("10:00:00.2Z", "10:00:00.2Z");
        assertThat(compare("get-run", run(PYTHON_RUN, "10:00:00.2Z"), run(RUST_RUN, "10:00:01.2Z")))
                .containsExactly("value start_time");
    }

    @Test
    void findsAGivenTimeThatIsAltered() {
        assertThat(createRun("08:00:00Z", "08:00:00.000001Z")).containsExactly("value start_time");
        assertThat(compare("get-run", run(PYTHON_RUN, "08:00:00.5Z"), run(RUST_RUN, "08:00:00.500000Z")))
                .containsExactly("bytes time-form");
    }

    @Test
    void branchesComeInAnyOrderNamesOfLogsInTheOneGiven() {
        createRun("10:00:00Z", "10:00:00Z");
        String main = "{'role':'main','name':'m','base_revision':null,'revision':null}";
        String tags = "{'role':'tags','name':'t','base_revision':null,'revision':null}";
        assertThat(compareLists("branches", main + ',' + tags, tags + ',' + main))
                .isEmpty();
        assertThat(compareLists("branches", main + ',' + tags, tags)).containsExactly("missing branches[role=main]");
        assertThat(compareLists("logfilenames", "'z','a'", "'a','z'")).containsExactly("order logfilenames");
    }

    @Test
    void leavesWholeSecondsToTheRuleOfEachSide() {
        createRun("10:00:00Z", "10:00:00Z");
        assertThat(submitResult(1, 4)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "200 | {'status':'ok'} | 200 | {'status':'ok'} | ~~",
                "200 | {'status':'ok'} | 503 | {'status':'unavailable'} | status",
                "200 | {'status':'ok'} | 200 | {'status':'ok','status':'ok'} | duplicate-key status",
                "200 | {'status':'ok'} | 200 | {'status':'ok' | malformed body",
                "200 | {'status':'ok'} | 200 | ~~              | malformed body",
                "200 | {'status':'ok'} | 200 | { 'status':'ok'} | bytes white-space",
                "200 | {'status':'ok'} | 200 | {'status':'\\u006fk'} | bytes escapes",
                "200 | {'status':'ok'} | 201 | {'status':'no'} | status, value status",
                "418 | {'a':1}         | 418 | {'a':2}         | value a",
                "418 | {'a':1}         | 418 | 1               | type",
                "418 | {'a              | 418 | {'a             | ~~",
                "418 | {'a              | 418 | {'b             | value body",
                "418 | ~~               | 418 | ~~              | ~~",
                "418 | ~~               | 418 | 1               | length body",
                "418 | {'a':1,'a':2}    | 418 | {'a':3,'a':2}   | ~~",
                "418 | {'a':1,'a':2}    | 418 | {'a':2}         | duplicate-key a"
            })
    void namesWhatDiffersInAnswers(int python, String pythonBody, int rust, String rustBody, String expected) {
        assertThat(String.join(", ", compare("health", reply(python, pythonBody), reply(rust, rustBody))))
                .isEqualTo(expected);
    }

    @Test
    void tellsAnErrorCodeFromAnErrorField() {
        String error = "{'error':{'code':'%s','message':'%s','field':'%s'}}";
        assertThat(compare(
                        "schedule",
                        reply(422, error.formatted("invalid-field", "x", "priority")),
                        reply(422, error.formatted("bad-field", "y", "bucket"))))
                .containsExactly("error-code error.code", "value error.field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1, \"b\": 1.5} | {\"b\":1.50,\"a\":1} | true",
                "{\"a\": 1}             | {\"a\":2}            | false",
                "{\"a\": 1              | {\"a\":1             | false",
                "no JSON                | no JSON            | true"
            })
    void aRejectedMessageIsComparedByWhatItSays(String python, String rust, boolean same) {
        List<String> found = compare("list-rejected-messages", rejected(python), rejected(rust));
        assertThat(found.stream().allMatch(difference -> difference.startsWith("bytes")))
                .isEqualTo(same);
    }

    private static Reply rejected(String raw) {
        return reply(
                200,
                "{\"total\":1,\"items\":[{\"topic\":\"run.started\",\"error\":\"\",\"raw\":\""
                        + raw.replace("\"", "\\\"") + "\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/codebases/c%2B%2B, /api/codebases/c++, true",
        "/api/codebases/%C3%A9, /api/codebases/%c3%a9, true",
        "/api/codebases/a%2Bb, /api/codebases/a%20b, false",
        "/api/codebases/a, /codebases/a, false"
    })
    void aPathMayEncodeMoreThanItMust(String python, String rust, boolean same) {
        Reply reply = reply(201, "{}");
        List<String> found = compare("create-codebase", with(reply, "Location", python), with(reply, "Location", rust));
        assertThat(found).isEqualTo(same ? List.of() : List.of("header Location"));
    }

    @Test
    void anotherOrderShowsWhatIsInWhichOrder() {
        Window window = new Window(EPOCH, EPOCH.plusSeconds(1));
        Reply python = reply(200, "{\"logfilenames\":[\"b\",\"a\"]}");
        Reply rust = reply(200, "{\"logfilenames\":[\"a\",\"b\"]}");
        assertThat(comparison.compare(new Exchange("get-run", python, window, rust, window), minted))
                .extracting(Difference::python, Difference::rust)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "\"[\\\"b\\\", \\\"a\\\"]\"", "\"[\\\"a\\\", \\\"b\\\"]\""));
    }

    @Test
    void howLongAWorkerIsToWaitIsForEachSideToSay() {
        Reply soon = with(reply(503, "{\"reason\":\"queue empty\"}"), "Retry-After", "1");
        Reply later = with(reply(503, "{\"reason\":\"queue empty\"}"), "Retry-After", "30");
        assertThat(compare("assign", soon, later)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "Content-Type | application/json | application/json; charset=UTF-8 | none",
                "Content-Type | application/json | text/html                       | content-type Content-Type",
                "Content-Type | application/json | application/json; charset=utf-16 | content-type Content-Type",
                "Content-Type | application/json | none                            | content-type Content-Type",
                "Content-Type | none             | application/json                | content-type Content-Type",
                "Content-Type | none             | none                            | none",
                "Allow        | GET, PUT         | PUT,GET                         | none",
                "Allow        | GET, PUT         | GET                             | header Allow",
                "Allow        | GET              | none                            | header Allow",
                "Retry-After  | 1                | 1                               | none",
                "Retry-After  | 1                | 2                               | header Retry-After",
                "Location     | none             | /api/runs                       | header Location",
                "traceparent  | 00-1             | 00-2                            | none",
                "traceparent  | 00-1             | none                            | header traceparent",
                "Server       | uvicorn          | hyper                           | none",
                "Date         | today            | none                            | none"
            })
    void comparesTheHeadersThatAreContract(String name, String python, String rust, String expected) {
        List<String> found = compare("", with(reply(405, "{}"), name, python), with(reply(405, "{}"), name, rust));
        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void comparesLocationsUpToTheMintedId() {
        Reply python = with(run(201, PYTHON_RUN, "10:00:00Z"), "Location", "/api/runs/" + PYTHON_RUN);
        Reply rust = run(201, RUST_RUN, "10:00:00Z");
        assertThat(compare("create-run", python, with(rust, "Location", "/api/runs/" + RUST_RUN)))
                .isEmpty();
        assertThat(compare("create-run", python, with(rust, "Location", "/api/runs/" + PYTHON_RUN)))
                .containsExactly("header Location");
        assertThat(compare("create-run", python, with(rust, "Location", "/runs/" + RUST_RUN)))
                .containsExactly("header Location");
    }

    @Test
    void comparesBytesThatAreNoJson() {
        Reply python = new Reply(200, Map.of("Content-Type", "application/octet-stream"), new byte[] {1, 2, 3});
        Reply flipped = new Reply(200, python.headers(), new byte[] {1, 2, 2});
        Reply cut = new Reply(200, python.headers(), new byte[] {1, 2});
        assertThat(compare("get-artifact", python, python)).isEmpty();
        assertThat(compare("get-artifact", python, flipped)).containsExactly("value body");
        assertThat(compare("get-artifact", python, cut)).containsExactly("length body");
    }

    @Test
    void showsWhereBytesBeginToDiffer() {
        byte[] long1 = "0123456789abcdefghij".getBytes(UTF_8);
        byte[] long2 = "1123456789abcdefghij".getBytes(UTF_8);
        assertThat(shown(new byte[] {1, 2, 3}, new byte[] {1, 2, 2}))
                .containsExactly("3 bytes, from byte 2: 03", "3 bytes, from byte 2: 02");
        assertThat(shown(new byte[] {1, 2, 3}, new byte[] {1, 2}))
                .containsExactly("3 bytes, from byte 2: 03", "2 bytes, from byte 2: end");
        assertThat(shown(long1, long2))
                .containsExactly(
                        "20 bytes, from byte 0: 30313233343536373839616263646566",
                        "20 bytes, from byte 0: 31313233343536373839616263646566");
    }

    private List<String> shown(byte[] python, byte[] rust) {
        Map<String, String> headers = Map.of("Content-Type", "application/octet-stream");
        Window window = new Window(EPOCH, EPOCH.plusSeconds(1));
        Difference found = comparison
                .compare(
                        new Exchange(
                                "get-artifact",
                                new Reply(200, headers, python),
                                window,
                                new Reply(200, headers, rust),
                                window),
                        minted)
                .get(0);
        return List.of(found.python(), found.rust());
    }

    @Test
    void saysWhatIsWrongWithABodyThatIsNoJson() {
        Window window = new Window(EPOCH, EPOCH.plusSeconds(1));
        assertThat(comparison.compare(
                        new Exchange("health", reply(200, "{'status':'ok'}"), window, reply(200, ""), window), minted))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.python()).isEqualTo("JSON");
                    assertThat(found.rust()).isEqualTo("0 bytes, empty");
                });
    }

    /** What the contract does not know of is taken for what the answer says that it is. */
    @Test
    void takesTextForTextThoughItLooksLikeJson() {
        Reply python = new Reply(418, Map.of("Content-Type", "text/plain"), "{\"a\":1}".getBytes(UTF_8));
        Reply rust = new Reply(418, python.headers(), "{\"a\": 1}".getBytes(UTF_8));
        assertThat(compare("health", python, rust)).containsExactly("length body");
    }

    @Test
    void comparesMessagesByTheirTopic() {
        createRun("10:00:00Z", "10:00:00Z");
        String listed = """
                {'items':[{'topic':'run.started','payload':{'run_id':'%s','codebase':'a','campaign':'c','worker':'w',
                 'timestamp':'2026-11-23T10:00:00Z','traceparent':'%s'}}],'total':1}""";
        assertThat(compare(
                        "list-messages",
                        reply(200, listed.formatted(PYTHON_RUN, "00-a")),
                        reply(200, listed.formatted(RUST_RUN, "00-b"))))
                .isEmpty();
        assertThat(compare(
                        "list-messages",
                        reply(200, listed.formatted(PYTHON_RUN, "00-a")),
                        reply(200, listed.formatted(PYTHON_RUN, "00-b"))))
                .containsExactly("value items[topic=run.started].payload.run_id");
    }

    private List<String> createRun(String python, String rust) {
        return compare("create-run", run(201, PYTHON_RUN, python), run(201, RUST_RUN, rust));
    }

    private List<String> compareLists(String field, String python, String rust) {
        String empty = '"' + field + "\":[]";
        String body = RUN.replace("%s\",\"finish", "2026-11-23T10:00:00Z\",\"finish");
        return compare(
                "get-run",
                reply(200, body.formatted(PYTHON_RUN).replace(empty, '"' + field + "\":[" + python + ']')),
                reply(200, body.formatted(RUST_RUN).replace(empty, '"' + field + "\":[" + rust + ']')));
    }

    private List<String> submitResult(int python, int rust) {
        String accepted =
                "{'run_id':'%s','codebase':'a','campaign':'c','result_code':'x','duration':%d,'queue_item_id':null}";
        return compare(
                "submit-result",
                reply(201, accepted.formatted(PYTHON_RUN, python)),
                reply(201, accepted.formatted(RUST_RUN, rust)));
    }

    /** The n-th exchange of a test begins n seconds after ten o'clock and takes one second, on both sides. */
    private List<String> compare(String operation, Reply python, Reply rust) {
        Window window = new Window(EPOCH.plusSeconds(second), EPOCH.plusSeconds(second + 1));
        second++;
        return comparison.compare(new Exchange(operation, python, window, rust, window), minted).stream()
                .map(difference -> (difference.kind().id() + ' ' + difference.path()).strip())
                .toList();
    }

    private static Reply run(String id, String time) {
        return run(200, id, time);
    }

    private static Reply run(int status, String id, String time) {
        return reply(status, RUN.formatted(id, time.contains("T") ? time : "2026-11-23T" + time));
    }

    private static String error(String code, String message) {
        return "{'error':{'code':'" + code + "','message':'" + message + "'}}";
    }

    private static Reply reply(int status, String body) {
        return new Reply(
                status,
                Map.of("Content-Type", "application/json"),
                body.replace('\'', '"').getBytes(UTF_8));
    }

    private static Reply with(Reply reply, String header, String value) {
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.remove(header);
        if (value != null) {
            headers.put(header, value);
        }
        return new Reply(reply.status(), headers, reply.body());
    }
}

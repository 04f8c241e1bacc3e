package crosscheck.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceTest {
    private static final Conformance CONFORMANCE = new Conformance(Contract.load());
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String RUN = """
            {"id":"550e8400-e29b-41d4-a716-446655440000","codebase":"a","campaign":"c","command":null,"worker":null,
             "start_time":"2026-11-23T10:00:00.5Z","finish_time":null,"status":"running","result_code":null,
             "description":null,"value":1.5e0,"context":{"any":[1.0]},"result":null,"logfilenames":[],
             "branches":[{"role":"main","name":null,"base_revision":null,"revision":"r"}],"instigated_context":null}""";
    private static final String STARTED = """
            {"run_id":"550e8400-e29b-41d4-a716-446655440000","codebase":"a","campaign":"c","worker":"w",
             "timestamp":"2026-11-23T10:00:00Z","traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}""";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "get-run       | 200 | application/json               | RUN",
                "get-run       | 200 | application/json;charset=UTF-8 | RUN",
                "get-run       | 404 | application/json | {'error':{'code':'no-such-run','message':'no'}}",
                "assign        | 503 | application/json | {'error':{'code':'unavailable','message':''}}",
                "health        | 503 | application/json | {'status':'unavailable'}",
                "list-runs     | 200 | application/json | {'items':[],'total':0}",
                "schedule      | 422 | application/json | {'error':{'code':'invalid-field','message':'','field':''}}",
                "get-artifact  | 200 | application/octet-stream | anything"
            })
    void acceptsWhatTheDocumentAllows(String operation, int status, String contentType, String body) {
        assertThat(check(operation, status, contentType, body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "'branches'    | 'branches2'         | SCHEMA        | branches",
                "'value':1.5e0 | 'value':'1.5'       | SCHEMA        | value",
                "'value':1.5e0 | 'value':null,'x':1  | SCHEMA        | x",
                "10:00:00.5Z   | 10:00:00.5+00:00    | SCHEMA        | start_time",
                "10:00:00.5Z   | 10:00:00.1234567Z   | SCHEMA        | start_time",
                "T10:00:00.5Z  | T24:00:00Z          | SCHEMA        | start_time",
                "2026-11-23T   | 2026-02-30T         | SCHEMA        | start_time",
                "550e8400      | 550E8400            | SCHEMA        | id",
                "'running'     | 'waiting'           | SCHEMA        | status",
                "'status'      | 'value':1,'status'  | DUPLICATE_KEY | ~~",
                "'role':'main' | 'role':null         | SCHEMA        | branches.0.role",
                "'running'     | running             | MALFORMED     | ~~"
            })
    void namesWhatABodyBreaks(String part, String replacement, Violation.Kind kind, String path) {
        String body = RUN.replace(quoted(part), quoted(replacement));
        assertThat(check("get-run", 200, "application/json", body)).anySatisfy(violation -> {
            assertThat(violation.kind()).isEqualTo(kind);
            assertThat(violation.path()).isEqualTo(kind == Violation.Kind.DUPLICATE_KEY ? "value" : path);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.0", "7e0", "9223372036854775808", "0", "\"7\"", "null"})
    void wantsIntegersWrittenAsIntegersInRange(String id) {
        String item = """
                {"id":%s,"codebase":"a","campaign":"c","command":"x","estimated_duration":900,"bucket":"default",
                 "priority":0,"status":"pending","run_id":null,"requester":null,"context":null}""";
        assertThat(check("get-queue-item", 200, "application/json", item.formatted("7")))
                .isEmpty();
        assertThat(check("get-queue-item", 200, "application/json", item.formatted(id)))
                .extracting(Violation::path)
                .containsOnly("id");
    }

    @Test
    void reportsAllViolationsOfABody() {
        String body = RUN.replace("\"codebase\":\"a\"", "\"codebase\":5")
                .replace("\"logfilenames\":[]", "\"logfilenames\":[null,1]");
        assertThat(check("get-run", 200, "application/json", body))
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("codebase", "logfilenames.0", "logfilenames.1");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "get-run  | 418 | application/json | {}  | STATUS",
                "get-run  | 200 | text/html        | RUN | CONTENT_TYPE",
                "get-run  | 200 | none             | RUN | CONTENT_TYPE",
                "get-run  | 200 | application/json; charset=latin1 | RUN | CONTENT_TYPE",
                "get-run  | 404 | application/json | {'error':{'code':'no-such-item','message':''}} | ERROR_CODE",
                "get-run  | 404 | application/json | {'error':{'code':'no-such-run'}} | SCHEMA",
                "schedule | 422 | application/json | {'error':{'code':'invalid-field','message':''}} | SCHEMA",
                "cancel   | 204 | none             | {}  | MALFORMED",
                "assign   | 503 | application/json | {'reason':'queue empty'} | HEADER",
                "create-run | 201 | application/json | RUN | HEADER",
                "list-runs | 200 | application/json | ~~ | MALFORMED"
            })
    void namesWhatAnAnswerBreaksOnce(
            String operation, int status, String contentType, String body, Violation.Kind kind) {
        assertThat(check(operation, status, contentType, body))
                .extracting(Violation::kind)
                .containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
            })
    void wantsAValidTraceOnEveryAnswer(String traceparent) {
        Reply without = new Reply(204, Map.of(), new byte[0]);
        Reply invalid = new Reply(204, Map.of("Traceparent", traceparent), new byte[0]);
        assertThat(CONFORMANCE.check("cancel", without))
                .containsExactly(new Violation(Violation.Kind.HEADER, "traceparent", "missing"));
        assertThat(CONFORMANCE.check("cancel", invalid))
                .extracting(Violation::kind)
                .containsExactly(Violation.Kind.HEADER);
    }

    @Test
    void checksRefusalsOfRoutes() {
        Map<String, String> headers = Map.of("content-type", "application/json", "traceparent", TRACE);
        byte[] body = bytes("{'error':{'code':'method-not-allowed','message':''}}");
        assertThat(CONFORMANCE.checkRouteRefusal(405, new Reply(405, headers, body)))
                .containsExactly(new Violation(Violation.Kind.HEADER, "Allow", "missing"));
        assertThat(CONFORMANCE.checkRouteRefusal(404, new Reply(405, headers, body)))
                .extracting(Violation::kind)
                .containsExactly(Violation.Kind.STATUS);
    }

    @Test
    void checksMessages() {
        assertThat(CONFORMANCE.checkMessage("run.started", bytes(STARTED))).isEmpty();
        assertThat(CONFORMANCE.checkMessage("run.paused", bytes(STARTED))).hasSize(1);
        assertThat(CONFORMANCE.checkMessage("run.completed", bytes(STARTED)))
                .extracting(Violation::path)
                .containsExactly("result_code", "worker");
        assertThat(CONFORMANCE.checkMessage("run.started", bytes(STARTED.replace("traceparent", "trace"))))
                .extracting(Violation::path)
                .containsExactly("traceparent", "trace");
    }

    private static List<Violation> check(String operation, int status, String contentType, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("traceparent", TRACE));
        if (!contentType.equals("none")) {
            headers.put("Content-Type", contentType);
        }
        return CONFORMANCE.check(operation, new Reply(status, headers, bytes(body.equals("RUN") ? RUN : body)));
    }

    private static byte[] bytes(String text) {
        return quoted(text).getBytes(UTF_8);
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}

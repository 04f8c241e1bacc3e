package crosscheck.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
    private static final String RUN = "550e8400-e29b-41d4-a716-446655440000";
    private static final String ASSIGNMENT = """
            {"id":7,"run_id":"550e8400-e29b-41d4-a716-446655440000","codebase":"a","campaign":"lintian-fixes",
             "command":"fix","estimated_duration":900,"bucket":"default","context":null}""";
    private static final String ACCEPTED = """
            {"run_id":"550e8400-e29b-41d4-a716-446655440000","codebase":"a","campaign":"lintian-fixes",
             "result_code":"success","duration":3,"queue_item_id":7}""";
    private static final String ITEM = """
            {"id":7,"codebase":"a","campaign":"c","command":"fix","estimated_duration":900,"bucket":"manual","priority":-1,
             "status":"in_progress","run_id":"550e8400-e29b-41d4-a716-446655440000","requester":null,"context":{"x":[1]}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""})
    void acceptsAnAssignmentAndNamesItsItemAndRun(String contentType) {
        assertThat(assign(200, contentType, ASSIGNMENT)).isEqualTo(new Answer(7, RUN, "default", Optional.empty()));
    }

    @Test
    void acceptsAnEmptyQueueAsAnAnswerWithoutItem() {
        Answer answer = AnswerCheck.assign(503, "application/json", "1", bytes("{\"reason\":\"queue empty\"}"));
        assertThat(answer).isEqualTo(new Answer(0, "", "", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\":7               | \"id\":7.0              | id is 7.0",
                "\"id\":7               | \"id\":\"7\"            | id is \"7\"",
                "\"id\":7               | \"id\":0                | id is 0",
                "\"id\":7,              | ''                      | no id",
                "\"command\":\"fix\"    | \"command\":null        | command is null",
                "900                    | -1                      | estimated_duration is -1",
                "\"default\"            | \"later\"               | bucket is \"later\"",
                ",\"context\":null      | ''                      | no context",
                "\"context\":null       | \"context\":null,\"x\":1 | more than",
                "\"context\":null       | \"context\":null,\"id\":7 | body is not JSON",
                "e29b                   | E29B                    | run_id is",
                "}                      | ''                      | body is not JSON",
                "}                      | }{                      | body is not JSON"
            })
    void namesWhatIsWrongWithAnAssignment(String part, String replacement, String mismatch) {
        Answer answer = assign(200, "application/json", ASSIGNMENT.replace(part, replacement));
        assertThat(answer.mismatch().orElseThrow()).startsWith(mismatch);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | application/json               | {}    | status is 500",
                "200 | text/html                      | {}    | Content-Type is text/html",
                "200 | application/json;charset=latin1| {}    | Content-Type is application/json;charset=latin1",
                "200 | application/json               | []    | body is no object",
                "200 | application/json               | ''    | body is no object"
            })
    void namesWhatIsWrongBeforeTheFields(int status, String contentType, String body, String mismatch) {
        assertThat(assign(status, contentType, body).mismatch()).contains(mismatch);
    }

    @Test
    void namesAnAbsentContentType() {
        assertThat(assign(200, null, ASSIGNMENT).mismatch()).contains("Content-Type is null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "soon", "Wed, 21 Oct 2026 07:28:00 GMT", ""})
    void wantsWholeSecondsOfPatience(String retryAfter) {
        Answer answer = AnswerCheck.assign(503, "application/json", retryAfter, bytes("{\"reason\":\"queue empty\"}"));
        assertThat(answer.mismatch()).contains("Retry-After is " + retryAfter);
    }

    @Test
    void doesNotTakeADatabaseOutOfReachForAnEmptyQueue() {
        String body = "{\"error\":{\"code\":\"unavailable\",\"message\":\"later\"}}";
        assertThat(AnswerCheck.assign(503, "application/json", "1", bytes(body)).mismatch())
                .contains("no reason");
    }

    @Test
    void comparesAnAcceptedResultWithWhatWasSent() {
        assertThat(AnswerCheck.submitResult(RUN, "success", 201, "application/json", bytes(ACCEPTED)))
                .isEqualTo(new Answer(7, RUN, "", Optional.empty()));
        assertThat(AnswerCheck.submitResult(RUN, "failed", 201, "application/json", bytes(ACCEPTED))
                        .mismatch())
                .contains("result_code is \"success\"");
        assertThat(AnswerCheck.submitResult(RUN.replace('5', '6'), "success", 201, "application/json", bytes(ACCEPTED))
                        .mismatch())
                .contains("run_id is \"" + RUN + '"');
    }

    @Test
    void comparesAnItemInProgressWithWhatWasSent() {
        assertThat(AnswerCheck.setItemStatus(7, 200, "application/json", bytes(ITEM)))
                .isEqualTo(new Answer(7, RUN, "manual", Optional.empty()));
        assertThat(AnswerCheck.setItemStatus(8, 200, "application/json", bytes(ITEM))
                        .mismatch())
                .contains("id is 7");
        assertThat(AnswerCheck.setItemStatus(7, 200, "application/json", bytes(ITEM.replace("in_progress", "assigned")))
                        .mismatch())
                .contains("status is \"assigned\"");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "200, log, 3, ab, none",
                "201, log, 3, ab, none",
                "204, log, 3, ab, status is 204",
                "201, txt, 3, ab, name is \"log\"",
                "201, log, 4, ab, size is 3",
                "201, log, 3, ac, sha256 is \"ab\""
            })
    void comparesAnArtifactWithWhatWasSent(int status, String name, long size, String sha256, String mismatch) {
        byte[] body = bytes("{\"name\":\"log\",\"size\":3,\"sha256\":\"ab\"}");
        Answer answer = AnswerCheck.putArtifact(name, size, sha256, status, "application/json", body);
        assertThat(answer.mismatch().orElse(null)).isEqualTo(mismatch);
    }

    private static Answer assign(int status, String contentType, String body) {
        return AnswerCheck.assign(status, contentType, "1", bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

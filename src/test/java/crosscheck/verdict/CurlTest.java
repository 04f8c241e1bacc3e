package crosscheck.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.ExchangeRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command says; what a shell sends of it is {@link CurlShellIT}'s. */
class CurlTest {
    private static final String CURL = "curl -sSig --path-as-is";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Curl curl =
            new Curl(Map.of("rust", Map.of("services", Map.of("runner", "http://here")), "python", Map.of()));

    @Test
    void aRequestWithoutBody() {
        assertThat(command("GET", Map.of(), null)).isEqualTo(CURL + " 'http://here/path'");
        assertThat(command("DELETE", Map.of(), null)).isEqualTo(CURL + " -X DELETE 'http://here/path'");
        assertThat(command("GET", Map.of("X-Empty", ""), null)).isEqualTo(CURL + " 'http://here/path' -H 'X-Empty;'");
    }

    @Test
    void aBodyIsAnArgument() {
        assertThat(command("POST", JSON, "{\"a\":\"it's\"}"))
                .isEqualTo(CURL
                        + " -X POST 'http://here/path' -H 'Content-Type: application/json'"
                        + " --data-binary '{\"a\":\"it'\\''s\"}'");
        assertThat(command("GET", Map.of("content-type", "text/plain"), "x"))
                .isEqualTo(CURL + " -X GET 'http://here/path' -H 'content-type: text/plain' --data-binary 'x'");
    }

    @Test
    void curlAddsNoContentTypeOfItsOwn() {
        assertThat(command("POST", Map.of(), "x"))
                .isEqualTo(CURL + " -X POST 'http://here/path' -H 'Content-Type:' --data-binary 'x'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@x", "\0"})
    void whatIsNoArgumentIsPiped(String body) {
        assertThat(command("POST", JSON, body)).startsWith("echo ").endsWith(" --data-binary @-");
    }

    @Test
    void bytesArePiped() {
        assertThat(curl.command(exchange(Implementation.RUST, "POST", JSON, new byte[] {(byte) 0xff})))
                .isEqualTo("echo /w== | base64 -d | " + CURL
                        + " -X POST 'http://here/path' -H 'Content-Type: application/json' --data-binary @-");
    }

    @Test
    void aLongBodyIsToBeTakenFromTheRecord() {
        assertThat(command("POST", JSON, "x".repeat(4_096))).endsWith("x'");
        assertThat(command("POST", JSON, "x".repeat(4_097)))
                .endsWith(" --data-binary @body  # 4097 bytes, in observations/exchanges.jsonl");
    }

    @Test
    void aSideWithoutKnownAddressIsNamed() {
        assertThat(curl.command(exchange(Implementation.PYTHON, "GET", Map.of(), null)))
                .isEqualTo(CURL + " 'http://python/path'");
    }

    private String command(String method, Map<String, String> headers, String body) {
        return curl.command(exchange(Implementation.RUST, method, headers, body == null ? null : body.getBytes(UTF_8)));
    }

    private static ExchangeRecord exchange(
            Implementation side, String method, Map<String, String> headers, byte[] body) {
        return new ExchangeRecord(
                "check",
                side.id(),
                "step",
                side,
                Service.RUNNER,
                "",
                method,
                "/path",
                headers,
                body,
                0,
                1,
                "",
                200,
                Map.of(),
                new byte[0],
                null);
    }
}

package crosscheck.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.contract.RequestSpec;
import crosscheck.contract.Service;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Map<String, String> VALUES = Map.of("assign#/run_id", "b5142896", "read#/name", "ä b/c$1");

    @Test
    void placeholdersInPathHeadersAndBodyAreFilled() throws Exception {
        RequestSpec filled = filled(
                "/api/runs/${assign#/run_id}?a=${assign#/run_id}",
                Map.of("X-Run", "run ${assign#/run_id}"),
                "{\"run_id\":\"${assign#/run_id}\"}".getBytes(UTF_8));
        assertThat(filled.path()).isEqualTo("/api/runs/b5142896?a=b5142896");
        assertThat(filled.headers()).containsEntry("X-Run", "run b5142896");
        assertThat(filled.body()).asString(UTF_8).isEqualTo("{\"run_id\":\"b5142896\"}");
    }

    @Test
    void aValueIsPercentEncodedInThePathAndUtf8InTheBody() throws Exception {
        RequestSpec filled =
                filled("/api/codebases/${read#/name}", Map.of(), "\"${read#/name} \u00e9\"".getBytes(UTF_8));
        assertThat(filled.path()).isEqualTo("/api/codebases/%C3%A4%20b%2Fc%241");
        assertThat(filled.body()).asString(UTF_8).isEqualTo("\"ä b/c$1 \u00e9\"");
    }

    @Test
    void bytesThatAreNoTextAndBracesThatAreNoPlaceholderStay() throws Exception {
        byte[] body = {(byte) 0xff, 0, '$', '{', '}', '$', '{', '1', '}', (byte) 0x80};
        assertThat(filled("/a$b{c}", Map.of(), body).body()).isEqualTo(body);
        assertThat(filled("/a$b{c}", Map.of(), null).body()).isNull();
    }

    @Test
    void aPlaceholderWithoutAValueIsNamed() {
        assertThatThrownBy(() -> filled("/api/runs/${assign#/id}", Map.of(), null))
                .isInstanceOf(Template.NoValue.class)
                .hasMessage("there is no ${assign#/id}");
    }

    private static RequestSpec filled(String path, Map<String, String> headers, byte[] body) throws Template.NoValue {
        return new Template(new RequestSpec(Service.RUNNER, "POST", path, headers, body)).fill(VALUES::get);
    }
}

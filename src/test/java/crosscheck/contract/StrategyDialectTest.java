package crosscheck.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyDialectTest {
    private final Dialect dialect = new StrategyDialect(Contract.load());

    @Test
    void putsHeadersWhereTheyBelong() {
        RequestSpec request = dialect.request(Call.of("assign").with("X-Worker-Name", "w 1"));
        assertThat(request.service()).isEqualTo(Service.RUNNER);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/api/queue/next");
        assertThat(request.headers()).containsExactly(Map.entry("X-Worker-Name", "w 1"));
        assertThat(request.body()).isNull();
    }

    @Test
    void encodesPathAndQuery() {
        assertThat(dialect.request(Call.of("get-codebase").with("name", "a/b ü?"))
                        .path())
                .isEqualTo("/api/codebases/a%2Fb%20%C3%BC%3F");
        assertThat(dialect.request(Call.of("list-queue").with("limit", 5).with("codebase", "a&b c"))
                        .path())
                .isEqualTo("/api/queue?codebase=a%26b%20c&limit=5");
    }

    @Test
    void namesTheMediaTypeOfABodyAndOnlyOfABody() {
        Call put = Call.of("put-artifact").with("run_id", "r").with("name", "build.log");
        assertThat(dialect.request(put.body("x".getBytes(UTF_8))).headers())
                .containsEntry("Content-Type", "application/octet-stream");
        assertThat(dialect.request(put).headers()).isEmpty();
    }

    @Test
    void refusesACallThatIsNotTheOperations() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dialect.request(Call.of("get-run")))
                .withMessage("get-run needs run_id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dialect.request(Call.of("health").with("verbose", true)))
                .withMessage("health has no parameter [verbose]");
    }
}

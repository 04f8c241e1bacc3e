package crosscheck.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.check.PlayedCheck;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.messaging.Breach;
import crosscheck.messaging.Deliveries;
import crosscheck.observation.ExchangeRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceRulesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @ParameterizedTest
    @CsvSource({"/traced/a/b, 502, upload", "/traced/a/b, 200, ''", "'', 502, ''"})
    void aWorkerWhoseUploadsAreRefusedForTheirTraceDropsIt(String path, int status, String expected) {
        ExchangeRecord job = new ExchangeRecord(
                "trace/upload",
                "rust",
                "execute",
                Implementation.RUST,
                Service.WORKER,
                "execute-job",
                "POST",
                "/api/worker/jobs",
                Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"),
                ("{\"runner_url\":\"http://127.0.0.1:1" + path + "\"}").getBytes(UTF_8),
                0,
                1,
                "",
                status,
                Map.of("traceparent", List.of("00-" + TRACE + "-c7ad6b7169203331-01")),
                new byte[0],
                null);
        PlayedCheck chain = new PlayedCheck(null, null, List.of(job), List.of());
        List<Breach> found = new TraceRules(Contract.load()).breaches(chain, new Deliveries(List.of(), List.of()));
        assertThat(found.stream().map(Breach::place))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }
}

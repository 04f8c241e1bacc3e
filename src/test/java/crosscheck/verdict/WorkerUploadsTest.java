package crosscheck.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscheck.check.PlayedCheck;
import crosscheck.compare.Difference;
import crosscheck.contract.Implementation;
import crosscheck.contract.Json;
import crosscheck.contract.Service;
import crosscheck.messaging.Breach;
import crosscheck.observation.CheckRun;
import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.ExchangeRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerUploadsTest {
    private static final String RUN = "7a9fa82b-6321-4a1f-9711-b98247175167";
    private static final String ROW =
            "{\"run_id\":\"%s\",\"name\":\"build.log\",\"size\":2,\"sha256\":\"ab\",\"content\":\"ab of 2\"}"
                    .formatted(RUN);

    @Test
    void whatAWorkerWroteIsItsOwnAffair() {
        assertThat(left(played(job("ab", 2)))).isEqualTo("{\"run_id\":\"" + RUN + "\",\"name\":\"build.log\"}");
    }

    @Test
    void whatWasPutByTheCheckIsCompared() {
        assertThat(left(played(job("ab", 2), put("build.log")))).isEqualTo(ROW);
        assertThat(left(played(put("other.log")))).isEqualTo(ROW);
    }

    @Test
    void aWorkersAnswerTellsWhatIsStored() {
        assertThat(new WorkerUploads(played(job("ab", 2))).breaches()).isEmpty();
        assertThat(new WorkerUploads(played(job("AB", 2))).breaches()).hasSize(1);
        assertThat(new WorkerUploads(played(job("ab", 3))).breaches())
                .extracting(Breach::suite, Breach::operation, Breach::kind, Breach::place)
                .containsExactly(tuple("data.parity", "execute-job", Difference.Kind.VALUE, "run_artifact.content"));
    }

    private static String left(PlayedCheck chain) {
        try {
            ObjectNode row = (ObjectNode) Json.parse(ROW).root();
            return new WorkerUploads(chain).withoutContent("run_artifact", row).toString();
        } catch (Json.Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static PlayedCheck played(ExchangeRecord... exchanges) {
        Map<String, List<RowChange>> changes = Map.of("run_artifact", List.of(new RowChange(null, ROW)));
        return new PlayedCheck(null, new CheckRun("job", "rust", 0, 1, "", changes), List.of(exchanges), List.of());
    }

    private static ExchangeRecord job(String sha256, int size) {
        String artifact = "{\"name\":\"build.log\",\"size\":" + size + ",\"sha256\":\"" + sha256 + "\"}";
        return exchange(
                "execute-job", "/api/worker/jobs", "{\"run_id\":\"" + RUN + "\",\"artifacts\":[" + artifact + "]}");
    }

    private static ExchangeRecord put(String name) {
        return exchange("put-artifact", "/api/runs/" + RUN + "/artifacts/" + name, "{}");
    }

    private static ExchangeRecord exchange(String operation, String path, String body) {
        return new ExchangeRecord(
                "job",
                "rust",
                operation,
                Implementation.RUST,
                Service.WORKER,
                operation,
                "POST",
                path,
                Map.of(),
                null,
                0,
                1,
                "",
                200,
                Map.of(),
                body.getBytes(UTF_8),
                null);
    }
}

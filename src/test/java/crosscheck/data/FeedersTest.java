package crosscheck.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedersTest {
    private static final Path COMMITTED = Path.of("feeders");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "workers.csv, 5b59942bde6a1a2cb4750ec41b4ff0dde91469bbbdacb925efa3902c57ba8007",
        "codebases.csv, ebd6eb6db78063e1788ad44cfe10c04120883b20161fe41b4256d749f240a991",
        "campaigns.csv, 2f1b00e26bed33d9ef750a486c0896e2aa33e1f753fae4d688b454eb41dcb0dd",
        "results.jsonl, 73c18c37289daf3fe27e9f6d78922021d22817ecae1abbbdcf668a1acf365811"
    })
    void committedFilesAreThoseOfTheSeed(String name, String sha256) throws IOException {
        Feeders.SMALL.write(directory, 42);
        assertThat(COMMITTED.resolve(name)).hasSameBinaryContentAs(directory.resolve(name));
        assertThat(Bytes.sha256(Files.readAllBytes(COMMITTED.resolve(name)))).isEqualTo(sha256);
    }

    @Test
    void resultsAreBodiesThatTheContractAccepts() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(Files.readAllLines(COMMITTED.resolve(Feeders.RESULTS))).hasSize(200);
        for (String line : Files.readAllLines(COMMITTED.resolve(Feeders.RESULTS))) {
            JsonNode body = mapper.readTree(line);
            assertThat(body.path("result_code").isTextual()).isTrue();
            assertThat(body.path("result").isObject()).isTrue();
            assertThat(body.path("logfilenames")).isNotEmpty().allMatch(JsonNode::isTextual);
            assertThat(body.path("branches").isArray()).isTrue();
            assertThat(body.path("branches").findValuesAsText("role")).doesNotHaveDuplicates();
        }
    }

    @Test
    void largerOnesAreWrittenWhereAsked() throws IOException {
        Path own = directory.resolve("run/feeders");
        new Feeders(3, 4, 12, 1000).write(own, 7);
        assertThat(own.resolve(Feeders.WORKERS)).content().isEqualTo("worker\nworker-1\nworker-2\nworker-3\n");
        assertThat(Files.readAllLines(own.resolve(Feeders.CODEBASES))).hasSize(5);
        assertThat(Files.readAllLines(own.resolve(Feeders.CAMPAIGNS))).hasSize(13);
        assertThat(Files.readAllLines(own.resolve(Feeders.RESULTS))).hasSize(1000);
    }
}

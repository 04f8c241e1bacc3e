package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscheck.data.Feeders;
import io.gatling.javaapi.core.FeederBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The feeder files of a run as Gatling feeders, each around and around. */
final class Feeding {
    static final String WORKER = "worker";
    static final String RESULT = "result";
    static final String RESULT_CODE = "result_code";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Feeding() {}

    /** Records with a {@link #WORKER} name. */
    static FeederBuilder<String> workers(Path feeders) {
        return csv(feeders.resolve(Feeders.WORKERS).toString()).circular();
    }

    /** Records with a {@link #RESULT}, the body to submit, and its {@link #RESULT_CODE}. */
    static Iterator<Map<String, Object>> results(Path feeders) {
        try (Stream<String> lines = Files.lines(feeders.resolve(Feeders.RESULTS))) {
            List<Map<String, Object>> records = lines.map(Feeding::result).toList();
            return Stream.generate(records::stream).flatMap(all -> all).iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> result(String body) {
        try {
            return Map.of(
                    RESULT,
                    body,
                    RESULT_CODE,
                    JSON.readTree(body).required(RESULT_CODE).textValue());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

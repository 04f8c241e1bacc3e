package crosscheck.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscheck.data.Feeders;
import io.gatling.javaapi.core.CoreDsl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The feeder files of a run. */
final class Feeding {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A result to submit.
     *
     * @param body as sent
     * @param code its {@code result_code}
     */
    record Result(String body, String code) {}

    private Feeding() {}

    /** Names of workers. */
    static Rotation<String> workers(Path feeders) {
        return new Rotation<>(CoreDsl.csv(feeders.resolve(Feeders.WORKERS).toString()).readRecords().stream()
                .map(record -> (String) record.get("worker"))
                .toList());
    }

    static Rotation<Result> results(Path feeders) {
        try (Stream<String> lines = Files.lines(feeders.resolve(Feeders.RESULTS))) {
            return new Rotation<>(lines.map(Feeding::result).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result result(String body) {
        try {
            return new Result(body, JSON.readTree(body).required("result_code").textValue());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

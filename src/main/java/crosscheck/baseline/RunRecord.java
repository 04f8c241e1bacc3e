package crosscheck.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crosscheck.RunError;
import crosscheck.contract.Implementation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is kept of a run once its folder is gone: a small JSON file.
 *
 * @param schema {@link #SCHEMA}
 * @param run name of its folder
 * @param at when it began, ISO 8601
 * @param conditions what has to be equal before two runs may be compared, see {@link Conditions}
 * @param builds what was driven on each side: build id or hash
 * @param figures its numbers
 */
public record RunRecord(
        String schema,
        String run,
        String at,
        SortedMap<String, String> conditions,
        Map<Implementation, String> builds,
        List<Figure> figures) {

    public static final String SCHEMA = "crosscheck/baseline/1";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Instant instant() {
        return Instant.parse(at);
    }

    Optional<Figure> figure(Metric metric) {
        return figures.stream().filter(figure -> figure.metric().equals(metric)).findFirst();
    }

    void write(Path file) {
        try {
            Files.writeString(file, MAPPER.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws RunError configuration: the file is not such a record */
    static RunRecord read(Path file) {
        try {
            RunRecord read = MAPPER.readValue(Files.readString(file), RunRecord.class);
            if (SCHEMA.equals(read.schema)) {
                return read;
            }
            throw unreadable(file, "its schema is " + read.schema + ", not " + SCHEMA);
        } catch (JsonProcessingException e) {
            throw unreadable(file, e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunError unreadable(Path file, String why) {
        return RunError.configuration(file + ": no stored run: " + why + ". Remove it, or store the run again.");
    }
}

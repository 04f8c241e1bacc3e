package crosscheck.observation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** An append-only file of records, a JSON object a line; each line is on disk when {@link #append} returns. */
public final class JsonLines<T> implements AutoCloseable {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final Writer out;
    private final ObjectWriter writer;

    private JsonLines(Writer out, ObjectWriter writer) {
        this.out = out;
        this.writer = writer;
    }

    public static <T> JsonLines<T> appendTo(Path file, Class<T> type) {
        try {
            Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new JsonLines<>(out, MAPPER.writerFor(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void append(T entry) {
        try {
            writer.writeValue(out, entry);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All entries in the order written; none where the file does not exist. A last line without its end, as a killed run
     * leaves it, is not an entry.
     */
    public static <T> List<T> read(Path file, Class<T> type) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            try (MappingIterator<T> entries = MAPPER.readerFor(type).readValues(whole)) {
                return entries.readAll();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

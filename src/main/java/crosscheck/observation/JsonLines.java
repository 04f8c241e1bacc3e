package crosscheck.observation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** An append-only file of records, a JSON object a line; each line is on disk when {@link #append} returns. */
public final class JsonLines<T> implements AutoCloseable {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
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

    /** All entries in the order written, as {@link #reader} reads them. */
    public static <T> List<T> read(Path file, Class<T> type) {
        List<T> entries = new ArrayList<>();
        try (Reader<T> reader = reader(file, type)) {
            reader.forEachRemaining(entries::add);
        }
        return entries;
    }

    /**
     * The entries one by one in the order written; none where the file does not exist. A last line without its end, as a
     * killed run leaves it, is not an entry.
     */
    public static <T> Reader<T> reader(Path file, Class<T> type) {
        try {
            InputStream in = Files.exists(file) ? Files.newInputStream(file) : InputStream.nullInputStream();
            return new Reader<>(new BufferedInputStream(in), MAPPER.readerFor(type));
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

    /** Holds one entry at a time. */
    public static final class Reader<T> implements Iterator<T>, AutoCloseable {
        private final InputStream in;
        private final ObjectReader reader;
        private T next;

        private Reader(InputStream in, ObjectReader reader) {
            this.in = in;
            this.reader = reader;
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        /** The next entry, which stays the next. */
        public T peek() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            return next;
        }

        @Override
        public T next() {
            T entry = peek();
            advance();
            return entry;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void advance() {
            try {
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                int read = in.read();
                while (read >= 0 && read != '\n') {
                    line.write(read);
                    read = in.read();
                }
                next = read < 0 ? null : reader.readValue(line.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

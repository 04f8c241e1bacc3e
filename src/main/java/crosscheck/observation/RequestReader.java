package crosscheck.observation;

import crosscheck.RunError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * Reads {@code requests.csv} in the order written, in memory bounded by the longest record. A last line without its end,
 * as a killed run leaves it, is not a record. A file that does not exist holds none.
 */
public final class RequestReader implements Iterator<RequestRecord>, AutoCloseable {
    private static final int COLUMNS = RequestLog.COLUMNS.split(",").length;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final Path file;
    private final InputStream in;
    private final TextPool texts = new TextPool();
    private final int[] starts = new int[COLUMNS];
    private final int[] ends = new int[COLUMNS];
    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long line = 1;
    private boolean found;

    private RequestReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    public static RequestReader open(Path file) {
        if (!Files.exists(file)) {
            return new RequestReader(file, InputStream.nullInputStream());
        }
        try {
            RequestReader reader = new RequestReader(file, Files.newInputStream(file));
            reader.skipHeader();
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws RunError where the file is of another format */
    public static void checkFormat(Path file) {
        open(file).close();
    }

    /**
     * Hands over the records of one phase after the other. Phases do not overlap, so that no more than one is in memory.
     */
    public static void forEachPhase(Path file, Consumer<List<RequestRecord>> consumer) {
        try (RequestReader reader = open(file)) {
            List<RequestRecord> phase = new ArrayList<>();
            while (reader.hasNext()) {
                RequestRecord request = reader.next();
                if (!phase.isEmpty() && phase.get(0).phase() != request.phase()) {
                    consumer.accept(phase);
                    phase = new ArrayList<>();
                }
                phase.add(request);
            }
            if (!phase.isEmpty()) {
                consumer.accept(phase);
            }
        }
    }

    @Override
    public boolean hasNext() {
        if (!found) {
            found = findRecord();
        }
        return found;
    }

    @Override
    public RequestRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        found = false;
        line++;
        return new RequestRecord(
                (int) number(0),
                text(1),
                text(2),
                number(3),
                number(4),
                number(5),
                outcome(6),
                (int) number(7),
                text(8),
                number(9),
                new String(buffer, starts[10], ends[10] - starts[10], StandardCharsets.UTF_8),
                text(11),
                number(12),
                number(13));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void skipHeader() {
        String format = headerLine();
        if (!format.equals(RequestLog.FORMAT) || !headerLine().equals(RequestLog.COLUMNS)) {
            throw malformed("the format is not \"" + RequestLog.FORMAT
                    + "\"; a run is judged by the version of crosscheck that recorded it");
        }
    }

    private String headerLine() {
        StringBuilder text = new StringBuilder();
        while (position < limit || fill(position)) {
            byte next = buffer[position++];
            if (next == '\n') {
                line++;
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }

    /** Finds where the fields of the next record are, reading on as needed; false at the end. */
    private boolean findRecord() {
        int start = position;
        int column = 0;
        boolean quoted = false;
        starts[0] = 0;
        for (int at = start; ; at++) {
            if (at == limit) {
                if (!fill(start)) {
                    return false;
                }
                at -= start;
                start = 0;
            }
            byte next = buffer[at];
            if (next == '"') {
                quoted = !quoted;
            } else if (!quoted && (next == ',' || next == '\n')) {
                ends[column++] = at - start;
                if (next == '\n') {
                    if (column != COLUMNS) {
                        throw malformed(column + " fields instead of " + COLUMNS);
                    }
                    locate(start);
                    position = at + 1;
                    return true;
                }
                if (column == COLUMNS) {
                    throw malformed("more than " + COLUMNS + " fields");
                }
                starts[column] = at - start + 1;
            }
        }
    }

    private void locate(int start) {
        for (int column = 0; column < COLUMNS; column++) {
            starts[column] += start;
            ends[column] += start;
        }
    }

    /** Reads on behind what is kept from {@code start}, which moves to the front; false at the end of the file. */
    private boolean fill(int start) {
        int kept = limit - start;
        if (kept == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        } else {
            System.arraycopy(buffer, start, buffer, 0, kept);
        }
        position = 0;
        limit = kept;
        try {
            int read = in.read(buffer, kept, buffer.length - kept);
            limit += Math.max(read, 0);
            return read > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long number(int column) {
        int at = starts[column];
        boolean negative = buffer[at] == '-';
        long value = 0;
        for (int i = negative ? at + 1 : at; i < ends[column]; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                throw malformed("field " + (column + 1) + " is no number: " + text(column));
            }
            value = 10 * value + digit;
        }
        return negative ? -value : value;
    }

    private String text(int column) {
        if (starts[column] < ends[column] && buffer[starts[column]] == '"') {
            return new String(buffer, starts[column] + 1, ends[column] - starts[column] - 2, StandardCharsets.UTF_8)
                    .replace("\"\"", "\"");
        }
        return texts.get(buffer, starts[column], ends[column]);
    }

    private Outcome outcome(int column) {
        String name = text(column);
        for (Outcome outcome : OUTCOMES) {
            if (outcome.name().equals(name)) {
                return outcome;
            }
        }
        throw malformed("unknown outcome: " + name);
    }

    private RunError malformed(String what) {
        return new RunError(RunError.Cause.HARNESS, file + ", line " + line + ": " + what);
    }
}

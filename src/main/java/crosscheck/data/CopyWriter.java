package crosscheck.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows in PostgreSQL's COPY text format. */
public final class CopyWriter {
    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final StringBuilder buffer = new StringBuilder(CHUNK + 4096);

    CopyWriter(OutputStream out) {
        this.out = out;
    }

    /** One row; a {@code null} is SQL's, everything else is its {@code toString()}. */
    void row(Object... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            if (fields[i] == null) {
                buffer.append("\\N");
            } else {
                escape(fields[i].toString());
            }
        }
        buffer.append('\n');
        if (buffer.length() >= CHUNK) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
        buffer.setLength(0);
    }

    /** An array literal of plain words. */
    static String array(List<String> elements) {
        return elements.stream().collect(Collectors.joining("\",\"", "{\"", "\"}"));
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }
}

package crosscheck.data;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Rows of one table as PostgreSQL's {@code COPY ... FROM STDIN} reads them (text format, UTF-8). The rows are made while they are
 * written, the same ones each time.
 *
 * @param name the table
 * @param columns its columns that are given, comma-separated; the others take their defaults
 */
public record CopyTable(String name, String columns, Rows rows) {

    /** Makes the rows. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(CopyWriter out) throws IOException;
    }

    public void writeTo(OutputStream stream) throws IOException {
        CopyWriter out = new CopyWriter(stream);
        rows.writeTo(out);
        out.flush();
    }
}

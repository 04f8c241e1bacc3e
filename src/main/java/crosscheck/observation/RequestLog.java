package crosscheck.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes {@code requests.csv}: a line that names the format, a line of column names, then a record a line, fields quoted
 * as in RFC 4180. {@link #append} may be called from any thread and never waits for the disk: one writer thread takes the
 * lines over and flushes them every {@link #FLUSH_INTERVAL}, so that a killed run loses no more than that. A line is made by the
 * thread that appends, as the record is still in its processor's cache: made later, it costs several times as much.
 */
public final class RequestLog implements AutoCloseable {
    static final String FORMAT = "# crosscheck/requests/2";
    static final String COLUMNS =
            "phase,scenario,operation,planned_us,sent_us,done_us,outcome,status,mismatch,item,run,bucket,"
                    + "bytes_out,bytes_in";
    private static final int CHUNK = 1 << 16;
    static final Duration FLUSH_INTERVAL = Duration.ofMillis(100);

    private final Object handOver = new Object();
    private StringBuilder lines = new StringBuilder(CHUNK);
    private final OutputStream out;
    private final Thread writer;
    private volatile boolean closing;
    private volatile IOException failure;

    private RequestLog(OutputStream out) {
        this.out = out;
        this.writer = new Thread(this::run, "crosscheck-request-log");
        writer.setDaemon(true);
    }

    /** Starts a new file; fails where there is one already. */
    public static RequestLog create(Path file) {
        try {
            OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            out.write((FORMAT + '\n' + COLUMNS + '\n').getBytes(UTF_8));
            RequestLog log = new RequestLog(out);
            log.writer.start();
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands a record over. After a failure of the disk records are dropped; {@link #close} tells. */
    public void append(RequestRecord request) {
        if (failure == null) {
            synchronized (handOver) {
                write(request, lines);
            }
        }
    }

    /** Waits until all records are on disk. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new UncheckedIOException(failure);
        }
    }

    private void run() {
        try (out) {
            StringBuilder spare = new StringBuilder(CHUNK);
            boolean last;
            do {
                last = closing;
                spare = flush(spare);
                if (!last) {
                    LockSupport.parkNanos(FLUSH_INTERVAL.toNanos());
                }
            } while (!last);
        } catch (IOException e) {
            failure = e;
        }
    }

    /**
     * Writes what was appended since.
     *
     * @param empty takes what is appended meanwhile
     * @return what was written, emptied
     */
    private StringBuilder flush(StringBuilder empty) throws IOException {
        StringBuilder taken;
        synchronized (handOver) {
            taken = lines;
            lines = empty;
        }
        out.write(taken.toString().getBytes(UTF_8));
        taken.setLength(0);
        return taken;
    }

    private static void write(RequestRecord request, StringBuilder line) {
        line.append(request.phase()).append(',');
        text(request.scenario(), line).append(',');
        text(request.operation(), line).append(',');
        line.append(request.plannedMicros()).append(',');
        line.append(request.sentMicros()).append(',');
        line.append(request.doneMicros()).append(',');
        line.append(request.outcome()).append(',');
        line.append(request.status()).append(',');
        text(request.mismatch(), line).append(',');
        line.append(request.item()).append(',');
        text(request.run(), line).append(',');
        text(request.bucket(), line).append(',');
        line.append(request.bytesOut()).append(',');
        line.append(request.bytesIn()).append('\n');
    }

    private static StringBuilder text(String value, StringBuilder line) {
        return isPlain(value)
                ? line.append(value)
                : line.append('"').append(value.replace("\"", "\"\"")).append('"');
    }

    /** A search for each: they are intrinsics of the JVM, a loop over the characters costs several times as much. */
    private static boolean isPlain(String value) {
        return value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    }
}

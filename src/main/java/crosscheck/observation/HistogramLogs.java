package crosscheck.observation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Distributions of the request log in HdrHistogram's log format, which its tools read and merge. Two files for each
 * implementation and operation: {@code .response.hlog} from sending, {@code .latency.hlog} from the planned arrival.
 * An interval is one scenario in one phase; its tag is {@code <kind>.<scenario>}, its values are
 * microseconds.
 */
public final class HistogramLogs implements AutoCloseable {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;

    private record Distribution(String operation, String scenario, String measure) {}

    private final Path folder;
    private final double epochSeconds;
    private final Map<String, PrintStream> files = new HashMap<>();

    private HistogramLogs(Path folder, double epochSeconds) {
        this.folder = folder;
        this.epochSeconds = epochSeconds;
    }

    /** Writes the logs of a run, in place of earlier ones; phases that did not run to their end, or drove no
     * implementation, are left out. */
    public static void write(RunFolder run) {
        Map<Integer, Phase> phases = new HashMap<>();
        JsonLines.read(run.phases(), Phase.class).forEach(phase -> phases.put(phase.index(), phase));
        double epochSeconds = Plan.read(run.plan()).epoch().toEpochMilli() / 1e3;
        try (HistogramLogs logs = new HistogramLogs(Files.createDirectories(run.histograms()), epochSeconds)) {
            RequestReader.forEachPhase(run.requests(), requests -> {
                Phase phase = phases.get(requests.get(0).phase());
                if (phase != null && phase.implementation() != null) {
                    logs.write(phase, requests);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Phase phase, List<RequestRecord> requests) {
        Map<Distribution, Histogram> histograms = new HashMap<>();
        for (RequestRecord request : requests) {
            record(request, "response", request.responseMicros(), histograms);
            record(request, "latency", request.latencyMicros(), histograms);
        }
        histograms.forEach((distribution, histogram) -> {
            String name = phase.implementation() + "." + distribution.operation() + "." + distribution.measure();
            histogram.setTag(phase.kind().name().toLowerCase(Locale.ROOT) + "." + distribution.scenario());
            new HistogramLogWriter(files.computeIfAbsent(name, this::open))
                    .outputIntervalHistogram(
                            epochSeconds + phase.startMicros() / 1e6,
                            epochSeconds + phase.endMicros() / 1e6,
                            histogram,
                            MICROS_PER_MILLI);
        });
    }

    private static void record(
            RequestRecord request, String measure, long micros, Map<Distribution, Histogram> histograms) {
        histograms
                .computeIfAbsent(
                        new Distribution(request.operation(), request.scenario(), measure),
                        d -> new Histogram(SIGNIFICANT_DIGITS))
                .recordValue(Math.max(0, micros));
    }

    private PrintStream open(String name) {
        try {
            PrintStream out = new PrintStream(
                    Files.newOutputStream(folder.resolve(name + ".hlog")), false, StandardCharsets.UTF_8);
            HistogramLogWriter writer = new HistogramLogWriter(out);
            writer.outputLogFormatVersion();
            writer.outputLegend();
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        files.values().forEach(PrintStream::close);
    }
}

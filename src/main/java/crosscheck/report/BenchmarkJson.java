package crosscheck.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Figures as github-action-benchmark reads them, with {@code tool: customSmallerIsBetter} or {@code customBiggerIsBetter}: an
 * array of {@code {name, unit, value, extra}}.
 */
final class BenchmarkJson {
    private static final ObjectWriter WRITER = new JsonMapper().writerWithDefaultPrettyPrinter();

    private record Entry(String name, String unit, double value, String extra) {}

    private BenchmarkJson() {}

    static String of(List<Metric> metrics, Metric.Direction direction) {
        List<Entry> entries = metrics.stream()
                .filter(metric -> metric.direction() == direction)
                .map(metric -> new Entry(metric.name(), metric.unit(), metric.value(), "n = " + metric.samples()))
                .toList();
        try {
            return WRITER.writeValueAsString(entries) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

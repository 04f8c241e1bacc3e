package crosscheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Figures as Apache Otava reads them: a line of column names, a line a run. {@code time} is when the run began (ISO 8601),
 * {@code run} and {@code verdict} are its attributes, every other column is a {@link Metric} of that name.
 *
 * <p>No cell is empty, which Otava refuses, and none needs quotes.
 */
final class MetricsCsv {
    private static final String RUN = "run";
    private static final List<String> FACTS = List.of("time", RUN, "verdict");

    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._+-]");

    private MetricsCsv() {}

    /** One run, with its header. */
    static String of(String time, String run, String verdict, List<Metric> metrics) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("time", time);
        cells.put(RUN, NOT_PLAIN.matcher(run).replaceAll("_"));
        cells.put("verdict", verdict);
        metrics.forEach(metric -> cells.put(metric.name(), String.valueOf(metric.value())));
        return text(List.of(cells));
    }

    /** The runs of several texts as one, the oldest first, with the figures that all of them have. */
    static String joined(List<String> texts) {
        Map<String, Map<String, String>> byTime = new TreeMap<>();
        texts.stream()
                .flatMap(text -> runs(text).stream())
                .forEach(cells -> byTime.put(cells.get("time") + cells.get(RUN), cells));
        return text(List.copyOf(byTime.values()));
    }

    private static List<Map<String, String>> runs(String text) {
        List<String> lines = text.lines().toList();
        String[] names = lines.get(0).split(",", -1);
        List<Map<String, String>> runs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                cells.put(names[i], values[i]);
            }
            runs.add(cells);
        }
        return runs;
    }

    private static String text(List<Map<String, String>> runs) {
        Set<String> names = new LinkedHashSet<>(FACTS);
        runs.forEach(cells -> names.addAll(cells.keySet()));
        runs.forEach(cells -> names.retainAll(cells.keySet()));
        Stream<String> rows =
                runs.stream().map(cells -> names.stream().map(cells::get).collect(Collectors.joining(",")));
        return Stream.concat(Stream.of(String.join(",", names)), rows).collect(Collectors.joining("\n", "", "\n"));
    }
}

package crosscheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs in a directory, the newest first. */
public record RunList(List<Run> runs) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * One run; its folder's name begins with its time.
     *
     * @param verdict as in {@code result.json}
     * @param metrics its {@link MetricsCsv}, or empty
     * @param failed ids of its failed gates
     */
    public record Run(
            String folder,
            String verdict,
            String headline,
            String simulation,
            String profile,
            List<String> failed,
            String metrics) {}

    /** Runs whose result cannot be read are left out: they may be under way. */
    static RunList read(Path reports) {
        try (Stream<Path> folders = Files.list(reports)) {
            return new RunList(folders.filter(folder -> Files.isRegularFile(folder.resolve("result.json")))
                    .map(RunList::run)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Run::folder).reversed())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Run> run(Path folder) {
        try {
            JsonNode result = MAPPER.readTree(folder.resolve("result.json").toFile());
            JsonNode plan = plan(folder);
            return Optional.of(new Run(
                    folder.getFileName().toString(),
                    result.path("verdict").asText("error"),
                    result.path("headline").asText(""),
                    plan.path("simulation").asText(""),
                    plan.path("profile").asText(""),
                    failed(result),
                    metrics(folder)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonNode plan(Path folder) throws IOException {
        Path plan = folder.resolve("plan.json");
        return Files.exists(plan) ? MAPPER.readTree(plan.toFile()) : MAPPER.missingNode();
    }

    private static String metrics(Path folder) throws IOException {
        Path metrics = folder.resolve("metrics.csv");
        return Files.exists(metrics) ? Files.readString(metrics) : "";
    }

    /** The figures of all runs of one simulation and profile, under {@code <simulation>-<profile>}. */
    Map<String, List<String>> metricsByKind() {
        return runs.stream()
                .filter(run -> !run.metrics().isEmpty())
                .collect(Collectors.groupingBy(
                        run -> run.simulation() + "-" + run.profile(),
                        TreeMap::new,
                        Collectors.mapping(Run::metrics, Collectors.toList())));
    }

    private static List<String> failed(JsonNode result) {
        return Stream.iterate(0, i -> i < result.path("gates").size(), i -> i + 1)
                .map(i -> result.path("gates").get(i))
                .filter(gate -> gate.path("verdict").asText().equals("fail"))
                .map(gate -> gate.path("id").asText())
                .distinct()
                .toList();
    }
}

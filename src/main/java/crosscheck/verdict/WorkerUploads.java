package crosscheck.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscheck.check.PlayedCheck;
import crosscheck.compare.Difference;
import crosscheck.contract.Json;
import crosscheck.messaging.Breach;
import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.ExchangeRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Artifacts that a worker stored while it executed a job. What is in them is its own affair, so that two implementations
 * are not compared by it; but each must have stored what it says.
 */
final class WorkerUploads {
    private static final String TABLE = "run_artifact";
    private static final String JOB = "execute-job";
    private static final List<String> CONTENT = List.of("size", "sha256", "content");

    private final PlayedCheck chain;
    private final Set<String> put = new HashSet<>();

    WorkerUploads(PlayedCheck chain) {
        this.chain = chain;
        chain.exchanges().stream()
                .filter(exchange -> exchange.operation().equals("put-artifact"))
                .forEach(exchange -> put.add(path(exchange.path())));
    }

    /** The row without its content, where a worker alone can have stored it; else as it is. */
    ObjectNode withoutContent(String table, ObjectNode row) {
        String path = "/api/runs/" + row.path("run_id").asText() + "/artifacts/"
                + row.path("name").asText();
        boolean job = chain.exchanges().stream()
                .anyMatch(exchange -> exchange.operation().equals(JOB));
        return table.equals(TABLE) && job && !put.contains(path) ? row.remove(CONTENT) : row;
    }

    /** Where a worker's answer tells another size or hash than those of what is stored. */
    List<Breach> breaches() {
        Map<String, JsonNode> stored = new HashMap<>();
        chain.run().changes().getOrDefault(TABLE, List.of()).stream()
                .map(RowChange::after)
                .filter(Objects::nonNull)
                .map(row -> Json.rootOf(row.getBytes(UTF_8)))
                .forEach(row -> stored.put(row.path("run_id").asText() + row.path("name"), row));
        List<Breach> found = new ArrayList<>();
        for (ExchangeRecord exchange : chain.exchanges()) {
            if (exchange.operation().equals(JOB) && exchange.status() == 200) {
                JsonNode answer = Json.rootOf(exchange.body());
                for (JsonNode told : answer.path("artifacts")) {
                    JsonNode row = stored.get(answer.path("run_id").asText() + told.path("name"));
                    if (row != null && !same(told, row)) {
                        found.add(new Breach(
                                "data.parity",
                                JOB,
                                Difference.Kind.VALUE,
                                TABLE + ".content",
                                "answered " + told + ", stored "
                                        + row.path("content").asText(),
                                "a worker uploads what its answer tells",
                                exchange));
                    }
                }
            }
        }
        return found;
    }

    private static boolean same(JsonNode told, JsonNode row) {
        String content =
                told.path("sha256").asText() + " of " + told.path("size").asText();
        return row.path("content").asText().equals(content);
    }

    private static String path(String withQuery) {
        return withQuery.split("\\?", 2)[0];
    }
}

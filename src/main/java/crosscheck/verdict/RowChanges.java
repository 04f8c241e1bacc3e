package crosscheck.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscheck.check.PlayedCheck;
import crosscheck.compare.DatabaseDelta;
import crosscheck.contract.Contract;
import crosscheck.contract.Json;
import crosscheck.observation.CheckRun.RowChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a check did to the database, in the contract's types. */
final class RowChanges {
    private static final String UTC_OFFSET = "+00:00";

    private final Map<String, List<String>> timesByTable;

    RowChanges(Contract contract) {
        timesByTable = timesByTable(contract);
    }

    /** Columns that hold times. */
    static Map<String, List<String>> timesByTable(Contract contract) {
        Map<String, List<String>> timesByTable = new LinkedHashMap<>();
        contract.tables().forEach((name, table) -> {
            List<String> times = new ArrayList<>();
            contract.resolve(table.row()).path("properties").properties().forEach(column -> {
                if (contract.resolve(column.getValue()).path("format").asText().equals("date-time")) {
                    times.add(column.getKey());
                }
            });
            timesByTable.put(name, times);
        });
        return timesByTable;
    }

    DatabaseDelta of(PlayedCheck chain) {
        WorkerUploads uploads = new WorkerUploads(chain);
        Map<String, List<RowChange>> changes = chain.run().changes();
        Map<String, DatabaseDelta.Rows> tables = new LinkedHashMap<>();
        timesByTable.forEach((table, times) -> tables.put(
                table,
                rows(changes.getOrDefault(table, List.of()), json -> uploads.withoutContent(table, row(json, times)))));
        return new DatabaseDelta(tables);
    }

    private static DatabaseDelta.Rows rows(List<RowChange> changes, Function<String, JsonNode> row) {
        List<JsonNode> added = new ArrayList<>();
        List<JsonNode> changed = new ArrayList<>();
        List<JsonNode> gone = new ArrayList<>();
        for (RowChange change : changes) {
            if (change.before() == null) {
                added.add(row.apply(change.after()));
            } else if (change.after() == null) {
                gone.add(row.apply(change.before()));
            } else {
                changed.add(row.apply(change.after()));
            }
        }
        return new DatabaseDelta.Rows(added, changed, gone);
    }

    /** PostgreSQL writes UTC as an offset. */
    private static ObjectNode row(String json, List<String> times) {
        try {
            ObjectNode row = (ObjectNode) Json.parse(json).root();
            for (String column : times) {
                String time = row.path(column).asText();
                if (time.endsWith(UTC_OFFSET)) {
                    row.put(column, time.substring(0, time.length() - UTC_OFFSET.length()) + "Z");
                }
            }
            return row;
        } catch (Json.Malformed e) {
            throw new IllegalStateException("a row is no JSON: " + json, e);
        }
    }
}

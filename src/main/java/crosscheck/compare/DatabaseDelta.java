package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one side did to the database, table by table; rows are the same if their primary keys are. */
public record DatabaseDelta(Map<String, Rows> tables) {

    /**
     * @param added rows that were not there
     * @param changed rows that were there with other values, as they are now
     * @param gone rows that are no longer there, as they were
     */
    public record Rows(List<JsonNode> added, List<JsonNode> changed, List<JsonNode> gone) {
        boolean isEmpty() {
            return added.isEmpty() && changed.isEmpty() && gone.isEmpty();
        }
    }

    public static DatabaseDelta between(DatabaseState before, DatabaseState after, Contract contract) {
        Map<String, Rows> tables = new LinkedHashMap<>();
        for (Contract.Table table : contract.tables().values()) {
            tables.put(table.name(), rows(table.key(), before.rows(table.name()), after.rows(table.name())));
        }
        return new DatabaseDelta(tables);
    }

    /** Whether nothing happened, as after a request that was refused. */
    public boolean isEmpty() {
        return tables.values().stream().allMatch(Rows::isEmpty);
    }

    private static Rows rows(List<String> key, List<JsonNode> before, List<JsonNode> after) {
        Map<List<JsonNode>, JsonNode> left = new LinkedHashMap<>();
        before.forEach(row -> left.put(identity(key, row), row));
        List<JsonNode> added = new ArrayList<>();
        List<JsonNode> changed = new ArrayList<>();
        for (JsonNode row : after) {
            JsonNode previous = left.remove(identity(key, row));
            if (previous == null) {
                added.add(row);
            } else if (!previous.equals(row)) {
                changed.add(row);
            }
        }
        return new Rows(added, changed, List.copyOf(left.values()));
    }

    private static List<JsonNode> identity(List<String> key, JsonNode row) {
        return key.stream().map(row::path).toList();
    }
}

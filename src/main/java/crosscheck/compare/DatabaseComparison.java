package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscheck.contract.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the two sides did to the database, compared row by row and column by column, under the same rule as answers. */
public final class DatabaseComparison {
    private final Shape shape;

    public DatabaseComparison(Contract contract) {
        Map<String, Shape> tables = new LinkedHashMap<>();
        for (Contract.Table table : contract.tables().values()) {
            Shape rows = new Shape.Elements(table.key(), false, Shape.of(table.row(), contract));
            tables.put(table.name(), new Shape.Fields(Map.of("added", rows, "changed", rows, "gone", rows)));
        }
        this.shape = new Shape.Fields(tables);
    }

    /** Every difference; paths are like {@code queue.changed[id=3].status}. */
    public List<Difference> compare(DatabaseDelta python, DatabaseDelta rust, Minted minted) {
        return JsonComparison.differences(shape, JsonPath.ROOT, tree(python), tree(rust), minted);
    }

    private static JsonNode tree(DatabaseDelta delta) {
        ObjectNode tables = JsonNodeFactory.instance.objectNode();
        delta.tables().forEach((name, rows) -> {
            ObjectNode table = tables.putObject(name);
            table.putArray("added").addAll(rows.added());
            table.putArray("changed").addAll(rows.changed());
            table.putArray("gone").addAll(rows.gone());
        });
        return tables;
    }
}

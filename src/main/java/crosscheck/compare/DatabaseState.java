package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * All rows of the contract's tables at a quiet moment.
 *
 * @param tables rows by table, each an object by column with the contract's types: times as RFC 3339 in UTC, JSON columns as
 *     JSON (parsed by {@link crosscheck.contract.Json}), bytes as text
 */
public record DatabaseState(Map<String, List<JsonNode>> tables) {
    List<JsonNode> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }
}

package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A page of the rows that pass the filters, with how many pass in all, from one snapshot. */
final class Listing {
    private final String table;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Listing(String table) {
        this.table = table;
    }

    /** Keeps the rows with this value; null keeps all. */
    Listing where(String column, Object value) {
        if (value != null) {
            conditions.add(column + " = ?");
            values.add(value);
        }
        return this;
    }

    Response page(Session session, String columns, Session.Row<ObjectNode> row, String order, Query.Page page)
            throws SQLException {
        String matching = " FROM " + table + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
        String count = "SELECT count(*) AS total" + matching;
        List<Object> arguments = new ArrayList<>(values);
        arguments.addAll(values);
        arguments.add(page.limit());
        arguments.add(page.offset());
        long[] total = {-1};
        List<ObjectNode> items = session.list(
                "SELECT " + columns + ", (" + count + ") AS total" + matching + " ORDER BY " + order
                        + " LIMIT ? OFFSET ?",
                found -> {
                    total[0] = found.getLong("total");
                    return row.of(found);
                },
                arguments.toArray());
        if (items.isEmpty()) {
            total[0] = session.one(count, found -> found.getLong("total"), values.toArray())
                    .orElseThrow();
        }
        return response(items, total[0]);
    }

    /** A page of what is in memory. */
    static Response page(List<ObjectNode> all, Query.Page page) {
        return response(all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size());
    }

    private static Response response(List<ObjectNode> items, long total) {
        ArrayNode array = Json.array().addAll(items);
        ObjectNode body = Json.object();
        body.set("items", array);
        return Response.json(200, body.put("total", total));
    }
}

package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Columns as the contract writes them in JSON. */
final class Columns {
    private Columns() {}

    static JsonNode number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? NullNode.instance : Json.number(value);
    }

    static JsonNode json(ResultSet row, String column) throws SQLException {
        return Json.raw(row.getString(column));
    }

    /** RFC 3339 text, or null. */
    static String timestamp(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }
}

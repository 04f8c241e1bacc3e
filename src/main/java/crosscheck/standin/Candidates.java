package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the site proposes to run, one for each codebase and campaign. */
final class Candidates {
    private final Database database;

    Candidates(Database database) {
        this.database = database;
    }

    Response submit(Request request) throws SQLException {
        Fields fields = request.fields();
        String codebase = fields.requiredName("codebase");
        String campaign = fields.requiredName("campaign");
        String command = fields.text("command");
        Double value = fields.number("value");
        Double successChance = fields.number("success_chance", 0, 1);
        String context = fields.json("context");
        return database.with(session -> {
            Known.codebase(session, codebase);
            String campaignCommand = Known.campaignCommand(session, campaign);
            return session.one(
                            """
                            INSERT INTO candidate (codebase, campaign, command, value, success_chance, context)
                            VALUES (?, ?, ?, ?, ?, ?::jsonb)
                            ON CONFLICT (codebase, campaign) DO UPDATE SET command = excluded.command,
                                value = excluded.value, success_chance = excluded.success_chance,
                                context = excluded.context
                            RETURNING *, xmax = 0 AS created""",
                            row -> Response.json(row.getBoolean("created") ? 201 : 200, candidate(row)),
                            codebase,
                            campaign,
                            command == null ? campaignCommand : command,
                            value,
                            successChance,
                            context)
                    .orElseThrow();
        });
    }

    private static ObjectNode candidate(ResultSet row) throws SQLException {
        ObjectNode candidate = Json.object()
                .put("id", row.getLong("id"))
                .put("codebase", row.getString("codebase"))
                .put("campaign", row.getString("campaign"))
                .put("command", row.getString("command"));
        candidate.set("value", Columns.number(row, "value"));
        candidate.set("success_chance", Columns.number(row, "success_chance"));
        return candidate.set("context", Columns.json(row, "context"));
    }
}

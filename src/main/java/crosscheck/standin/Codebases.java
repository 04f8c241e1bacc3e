package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Where the code that runs are about comes from. */
final class Codebases {
    private static final List<String> VCS_TYPES = List.of("git", "bzr", "hg", "svn");
    private static final String COLUMNS = "name, branch_url, vcs_type, subpath, value";

    private final Database database;

    private record Details(String branchUrl, String vcsType, String subpath, Double value) {
        static Details of(Fields fields) {
            return new Details(
                    fields.text("branch_url"),
                    fields.oneOf("vcs_type", VCS_TYPES),
                    fields.text("subpath"),
                    fields.number("value"));
        }
    }

    Codebases(Database database) {
        this.database = database;
    }

    Response create(Request request) throws SQLException {
        Fields fields = request.fields();
        String name = fields.requiredName("name");
        Details details = Details.of(fields);
        ObjectNode codebase = database.with(session -> session.one(
                        "INSERT INTO codebase (" + COLUMNS
                                + ") VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING " + COLUMNS,
                        Codebases::codebase,
                        name,
                        details.branchUrl(),
                        details.vcsType(),
                        details.subpath(),
                        details.value())
                .orElseThrow(() -> Refusal.of(409, "already-exists", "there is a codebase of this name")));
        return Response.json(201, codebase)
                .with(
                        "Location",
                        "/api/codebases/"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"));
    }

    Response read(Request request) throws SQLException {
        String name = request.parameter(PathParameter.CODEBASE);
        return database.with(
                session -> session.one("SELECT " + COLUMNS + " FROM codebase WHERE name = ?", Codebases::codebase, name)
                        .map(codebase -> Response.json(200, codebase))
                        .orElseThrow(() -> Refusal.notFound("codebase")));
    }

    Response list(Request request) throws SQLException {
        Query.Page page = request.query().page();
        return database.with(session ->
                new Listing("codebase").page(session, COLUMNS, Codebases::codebase, "name COLLATE \"C\"", page));
    }

    Response replace(Request request) throws SQLException {
        String name = request.parameter(PathParameter.CODEBASE);
        Fields fields = request.fields();
        String named = fields.text("name");
        if (named != null && !named.equals(name)) {
            throw Refusal.field("name", "must be the name in the path");
        }
        Details details = Details.of(fields);
        return database.with(session -> session.one(
                        "UPDATE codebase SET branch_url = ?, vcs_type = ?, subpath = ?, value = ? WHERE name = ? RETURNING "
                                + COLUMNS,
                        Codebases::codebase,
                        details.branchUrl(),
                        details.vcsType(),
                        details.subpath(),
                        details.value(),
                        name)
                .map(codebase -> Response.json(200, codebase))
                .orElseThrow(() -> Refusal.notFound("codebase")));
    }

    private static ObjectNode codebase(ResultSet row) throws SQLException {
        ObjectNode codebase = Json.object()
                .put("name", row.getString("name"))
                .put("branch_url", row.getString("branch_url"))
                .put("vcs_type", row.getString("vcs_type"))
                .put("subpath", row.getString("subpath"));
        return codebase.set("value", Columns.number(row, "value"));
    }
}

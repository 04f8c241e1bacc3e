package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/** The files that belong to a run. */
final class Artifacts {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final Database database;

    Artifacts(Database database) {
        this.database = database;
    }

    Response put(Request request) throws SQLException {
        UUID run = request.runId();
        String name = request.parameter(PathParameter.ARTIFACT);
        if (!NAME.matcher(name).matches()) {
            throw Refusal.field("name", "must match " + NAME);
        }
        byte[] content = request.bytes();
        String sha256 = sha256(content);
        try {
            boolean created = database.with(session -> session.one(
                            """
                            INSERT INTO run_artifact (run_id, name, size, sha256, content) VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT (run_id, name) DO UPDATE
                                SET size = excluded.size, sha256 = excluded.sha256, content = excluded.content
                            RETURNING xmax = 0 AS created""", row -> row.getBoolean("created"), run, name, (long) content.length, sha256, content)
                    .orElseThrow());
            return Response.json(created ? 201 : 200, artifact(name, content.length, sha256));
        } catch (SQLException failure) {
            if (Session.isForeignKeyViolation(failure)) {
                throw Refusal.notFound("run");
            }
            throw failure;
        }
    }

    Response list(Request request) throws SQLException {
        UUID run = request.runId();
        Query.Page page = request.query().page();
        return database.with(session -> {
            Runs.require(session, run);
            return new Listing("run_artifact")
                    .where("run_id", run)
                    .page(session, "name, size, sha256", Artifacts::artifact, "name COLLATE \"C\"", page);
        });
    }

    Response get(Request request) throws SQLException {
        UUID run = request.runId();
        String name = request.parameter(PathParameter.ARTIFACT);
        return database.with(session -> {
            Runs.require(session, run);
            if (!NAME.matcher(name).matches()) {
                throw Refusal.notFound("artifact");
            }
            return session.one(
                            "SELECT content FROM run_artifact WHERE run_id = ? AND name = ?",
                            row -> Response.bytes(row.getBytes("content")),
                            run,
                            name)
                    .orElseThrow(() -> Refusal.notFound("artifact"));
        });
    }

    static ObjectNode artifact(String name, byte[] content) {
        return artifact(name, content.length, sha256(content));
    }

    private static ObjectNode artifact(ResultSet row) throws SQLException {
        return artifact(row.getString("name"), row.getLong("size"), row.getString("sha256"));
    }

    private static ObjectNode artifact(String name, long size, String sha256) {
        return Json.object().put("name", name).put("size", size).put("sha256", sha256);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

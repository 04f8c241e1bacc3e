package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is to be run: scheduling, listing, cancelling, and following an item once a worker has it. */
final class Queue {
    static final List<String> BUCKETS = List.of("manual", "webhook", "reschedule", "default");
    static final List<String> STATUSES = List.of("pending", "assigned", "in_progress");

    /** Lower is assigned before higher. */
    static final String BUCKET_RANK = "array_position(ARRAY['manual', 'webhook', 'reschedule', 'default'], bucket)";

    /** Assignment order. */
    static final String ORDER = BUCKET_RANK + ", priority, id";

    private static final String COLUMNS =
            "id, codebase, campaign, command, estimated_duration, bucket, priority, status, run_id, requester, context";
    private static final long DEFAULT_DURATION_SECONDS = 900;

    private final Database database;
    private final Announcer announcer;

    Queue(Database database, Announcer announcer) {
        this.database = database;
        this.announcer = announcer;
    }

    Response list(Request request) throws SQLException {
        Query query = request.query();
        Listing listing = new Listing("queue")
                .where("codebase", query.text("codebase"))
                .where("campaign", query.text("campaign"))
                .where("status", query.oneOf("status", STATUSES));
        Query.Page page = query.page();
        return database.with(session -> listing.page(session, COLUMNS, Queue::item, ORDER, page));
    }

    Response schedule(Request request) throws SQLException {
        Fields fields = request.fields();
        String codebase = fields.requiredName("codebase");
        String campaign = fields.requiredName("campaign");
        String command = fields.text("command");
        String bucket = fields.oneOf("bucket", BUCKETS);
        long priority = fields.integer("priority", Long.MIN_VALUE, Long.MAX_VALUE, 0);
        long duration = fields.integer("estimated_duration", 0, Integer.MAX_VALUE, DEFAULT_DURATION_SECONDS);
        String requester = fields.text("requester");
        String context = fields.json("context");
        ObjectNode item = database.with(session -> {
            Known.codebase(session, codebase);
            String campaignCommand = Known.campaignCommand(session, campaign);
            return session.one(
                            """
                            INSERT INTO queue (codebase, campaign, command, estimated_duration, bucket, priority, status,
                                requester, context)
                            VALUES (?, ?, ?, ?, ?, ?, 'pending', ?, ?::jsonb)
                            ON CONFLICT (codebase, campaign) WHERE status = 'pending' DO NOTHING
                            RETURNING\s""" + COLUMNS,
                            Queue::item,
                            codebase,
                            campaign,
                            command == null ? campaignCommand : command,
                            (int) duration,
                            bucket == null ? "default" : bucket,
                            priority,
                            requester,
                            context)
                    .orElseThrow(() -> Refusal.of(409, "already-queued", "a pending item is there already"));
        });
        return Response.json(201, item)
                .with("Location", "/api/queue/" + item.get("id").longValue());
    }

    Response read(Request request) throws SQLException {
        return Response.json(200, database.with(session -> item(session, request.queueId())));
    }

    Response cancel(Request request) throws SQLException {
        long id = request.queueId();
        return database.with(session -> {
            if (session.update("DELETE FROM queue WHERE id = ? AND status = 'pending'", id) == 0) {
                item(session, id);
                throw illegalTransition();
            }
            return Response.empty(204);
        });
    }

    Response setStatus(Request request) throws SQLException {
        long id = request.queueId();
        String status = request.fields().requiredOneOf("status", STATUSES);
        return database.with(session -> {
            String run = item(session, id).get("run_id").textValue();
            if (!status.equals("in_progress") || run == null) {
                throw illegalTransition();
            }
            return session.inOrderOf(UUID.fromString(run), () -> {
                ObjectNode item = inProgress(session, id);
                ObjectNode event = Json.object();
                event.setAll(item.deepCopy().retain("run_id", "codebase", "campaign", "status"));
                announcer.announce(Topic.RUN_PROGRESS, event, request.trace());
                return Response.json(200, item);
            });
        });
    }

    private static ObjectNode inProgress(Session session, long id) throws SQLException {
        Optional<ObjectNode> item = session.one(
                "UPDATE queue SET status = 'in_progress' WHERE id = ? AND status = 'assigned' RETURNING " + COLUMNS,
                Queue::item,
                id);
        if (item.isEmpty()) {
            item(session, id);
            throw illegalTransition();
        }
        return item.get();
    }

    private static ObjectNode item(Session session, long id) throws SQLException {
        return session.one("SELECT " + COLUMNS + " FROM queue WHERE id = ?", Queue::item, id)
                .orElseThrow(() -> Refusal.notFound("queue-item"));
    }

    private static ObjectNode item(ResultSet row) throws SQLException {
        ObjectNode item = Json.object()
                .put("id", row.getLong("id"))
                .put("codebase", row.getString("codebase"))
                .put("campaign", row.getString("campaign"))
                .put("command", row.getString("command"))
                .put("estimated_duration", row.getInt("estimated_duration"))
                .put("bucket", row.getString("bucket"))
                .put("priority", row.getLong("priority"))
                .put("status", row.getString("status"))
                .put("run_id", row.getString("run_id"))
                .put("requester", row.getString("requester"));
        return item.set("context", Columns.json(row, "context"));
    }

    private static Refusal illegalTransition() {
        return Refusal.of(409, "illegal-transition", "the item's status does not allow this");
    }
}

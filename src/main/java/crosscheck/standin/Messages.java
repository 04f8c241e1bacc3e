package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** The message bus as seen from outside: what this process received, and a way to send anything. */
final class Messages {
    private final Outbox outbox;
    private final Inbox inbox;

    Messages(Outbox outbox, Inbox inbox) {
        this.outbox = outbox;
        this.inbox = inbox;
    }

    Response send(Request request) {
        String topic = request.fields().requiredOneOf("topic", Topic.channels());
        JsonNode payload = request.fields().requiredAny("payload");
        outbox.send(topic, Json.text(payload));
        return Response.empty(202);
    }

    Response received(Request request) {
        UUID run = request.query().runId("run_id");
        String topic = request.query().oneOf("topic", Topic.channels());
        Query.Page page = request.query().page();
        List<ObjectNode> messages = inbox.received().stream()
                .filter(message -> topic == null || topic.equals(message.topic()))
                .filter(message -> run == null || run.toString().equals(message.runId()))
                .map(message -> Json.object()
                        .put("topic", message.topic())
                        .<ObjectNode>set("payload", Json.raw(message.payload())))
                .toList();
        return Listing.page(messages, page);
    }

    Response rejected(Request request) {
        Query.Page page = request.query().page();
        List<ObjectNode> messages = inbox.rejected().stream()
                .map(message -> Json.object()
                        .put("topic", message.topic())
                        .put("raw", message.raw())
                        .put("error", message.error()))
                .toList();
        return Listing.page(messages, page);
    }
}

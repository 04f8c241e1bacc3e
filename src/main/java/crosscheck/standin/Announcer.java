package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** Tells the world what happened to a run, within the trace of the request that caused it. */
final class Announcer {
    private final Outbox outbox;
    private final Clock clock;

    Announcer(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void announce(Topic topic, ObjectNode event, Trace trace) {
        event.put("timestamp", clock.instant().toString());
        event.put("traceparent", trace.next());
        outbox.send(topic.channel(), Json.text(event));
    }
}

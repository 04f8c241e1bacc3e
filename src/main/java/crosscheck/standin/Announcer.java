package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** Tells the world what happened to a run, within the trace of the request that caused it. */
final class Announcer {
    private final Outbox outbox;
    private final Clock clock;
    private final Defect planted;

    Announcer(Outbox outbox, Clock clock, Defect planted) {
        this.outbox = outbox;
        this.clock = clock;
        this.planted = planted;
    }

    void announce(Topic topic, ObjectNode event, Trace trace) {
        event.put("timestamp", clock.instant().toString());
        event.put("traceparent", trace.next());
        planted.sending(new Message(topic.channel(), Json.text(event)))
                .forEach(message -> outbox.send(message.channel(), message.payload()));
    }
}

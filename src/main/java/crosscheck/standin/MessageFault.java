package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Defects of what goes out on Redis. */
public enum MessageFault implements FunctionalFault {
    /** Results are not announced. */
    MESSAGE_LOST(
            Set.of(Operations.SUBMIT_RESULT),
            Set.of("messages.exactly-once/missing"),
            instead(Topic.RUN_COMPLETED, message -> List.of())),

    /** Results are announced twice. */
    MESSAGE_DOUBLED(
            Set.of(Operations.SUBMIT_RESULT),
            Set.of("messages.exactly-once/extra"),
            instead(Topic.RUN_COMPLETED, message -> List.of(message, message))),

    /** Results are announced before they are committed. */
    MESSAGE_EARLY(Set.of(Operations.SUBMIT_RESULT), Set.of("messages.exactly-once/early"), EarlyMessage::new),

    /** {@code run.started} leaves only after the run's next message. */
    MESSAGE_OUT_OF_ORDER(
            Set.of(Operations.ASSIGN, Operations.SET_ITEM_STATUS, Operations.SUBMIT_RESULT),
            Set.of("messages.order/order"),
            HeldMessage::new),

    /** {@code run.progress} lacks its last brace. */
    MESSAGE_CUT_OFF(
            Set.of(Operations.SET_ITEM_STATUS),
            Set.of("messages.format/malformed"),
            instead(
                    Topic.RUN_PROGRESS,
                    message -> List.of(new Message(
                            message.channel(),
                            message.payload().substring(0, message.payload().length() - 1))))),

    /** {@code run.started} does not name the worker. */
    MESSAGE_FIELD_MISSING(
            Set.of(Operations.ASSIGN),
            Set.of("messages.format/missing", "messages.format/schema"),
            edit(Topic.RUN_STARTED, payload -> payload.remove("worker"))),

    /** {@code run.completed} has its time as milliseconds. */
    MESSAGE_TIME_AS_NUMBER(
            Set.of(Operations.SUBMIT_RESULT),
            Set.of("messages.format/type", "messages.format/schema"),
            edit(
                    Topic.RUN_COMPLETED,
                    payload -> payload.put(
                            "timestamp",
                            Instant.parse(payload.get("timestamp").textValue()).toEpochMilli()))),

    /** Every result is announced as a success. */
    MESSAGE_SAYS_SUCCESS(
            Set.of(Operations.SUBMIT_RESULT),
            Set.of("messages.format/value"),
            edit(Topic.RUN_COMPLETED, payload -> payload.put("result_code", "success"))),

    /** Publications are announced on the channel of progress. */
    MESSAGE_ON_OTHER_CHANNEL(
            Set.of(Operations.PUBLISH),
            Set.of("messages.format/schema", "messages.exactly-once/missing"),
            instead(
                    Topic.PUBLISH_COMPLETED,
                    message -> List.of(new Message(Topic.RUN_PROGRESS.channel(), message.payload()))));

    private final Set<String> operations;
    private final Set<String> findings;
    private final Supplier<Defect> defect;

    MessageFault(Set<String> operations, Set<String> findings, Supplier<Defect> defect) {
        this.operations = operations;
        this.findings = findings;
        this.defect = defect;
    }

    @Override
    public Set<String> operations() {
        return operations;
    }

    @Override
    public Set<String> findings() {
        return findings;
    }

    @Override
    public Defect planted(DataSource server) {
        return defect.get();
    }

    private static Supplier<Defect> instead(Topic topic, Function<Message, List<Message>> change) {
        return () -> Message.instead(message -> message.isOf(topic) ? change.apply(message) : List.of(message));
    }

    private static Supplier<Defect> edit(Topic topic, Consumer<ObjectNode> change) {
        return instead(topic, message -> List.of(message.edited(change)));
    }
}

package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Defects of what goes out on Redis. */
public enum MessageFault implements FunctionalFault {
    /** Results are not announced. */
    MESSAGE_LOST(
            Set.of(Operations.SUBMIT_RESULT),
            inVain(
                    List.of("messages.exactly-once/message-missing"),
                    "errors.propagation",
                    "messages.exactly-once",
                    "messages.format",
                    "messages.order",
                    "trace.propagation",
                    "workflow.complete"),
            instead(Topic.RUN_COMPLETED, message -> List.of())),

    /** Results are announced twice. */
    MESSAGE_DOUBLED(
            Set.of(Operations.SUBMIT_RESULT),
            List.of(
                    "messages.exactly-once/message-repeated",
                    "errors.propagation/extra",
                    "errors.propagation/length",
                    "errors.propagation/value",
                    "messages.exactly-once/extra",
                    "messages.exactly-once/length",
                    "messages.exactly-once/value",
                    "messages.format/extra",
                    "messages.format/length",
                    "messages.format/step-not-completed",
                    "messages.format/value",
                    "messages.order/extra",
                    "messages.order/length",
                    "messages.order/value",
                    "trace.propagation/extra",
                    "trace.propagation/length",
                    "trace.propagation/step-not-completed",
                    "trace.propagation/value",
                    "workflow.complete/extra",
                    "workflow.complete/length",
                    "workflow.complete/step-not-completed",
                    "workflow.complete/value"),
            instead(Topic.RUN_COMPLETED, message -> List.of(message, message))),

    /** Results are announced before they are committed. */
    MESSAGE_EARLY(Set.of(Operations.SUBMIT_RESULT), List.of("messages.order/message-before-commit"), EarlyMessage::new),

    /** {@code run.started} leaves only after the run's next message. */
    MESSAGE_OUT_OF_ORDER(
            Set.of(Operations.ASSIGN, Operations.SET_ITEM_STATUS, Operations.SUBMIT_RESULT),
            List.of(
                    "messages.order/message-out-of-order",
                    "messages.exactly-once/message-missing",
                    "messages.exactly-once/order",
                    "messages.exactly-once/step-not-completed",
                    "messages.format/order",
                    "messages.order/order",
                    "messages.order/step-not-completed",
                    "trace.propagation/order",
                    "workflow.complete/order"),
            () -> new HeldMessage(1)),

    /** {@code run.progress} lacks its last brace. */
    MESSAGE_CUT_OFF(
            Set.of(Operations.SET_ITEM_STATUS),
            inVain(
                    List.of("messages.format/malformed"),
                    "messages.format",
                    "messages.order",
                    "trace.propagation",
                    "workflow.complete"),
            instead(
                    Topic.RUN_PROGRESS,
                    message -> List.of(new Message(
                            message.channel(),
                            message.payload().substring(0, message.payload().length() - 1))))),

    /** {@code run.started} does not name the worker. */
    MESSAGE_FIELD_MISSING(
            Set.of(Operations.ASSIGN),
            inVain(
                    List.of(
                            "messages.format/missing",
                            "messages.format/schema",
                            "schema.compatibility/missing-required-field"),
                    "messages.exactly-once",
                    "messages.format",
                    "messages.order",
                    "trace.propagation",
                    "workflow.complete"),
            edit(Topic.RUN_STARTED, payload -> payload.remove("worker"))),

    /** {@code run.completed} has its time as milliseconds. */
    MESSAGE_TIME_AS_NUMBER(
            Set.of(Operations.SUBMIT_RESULT),
            inVain(
                    List.of("messages.format/schema", "messages.format/type"),
                    "errors.propagation",
                    "messages.exactly-once",
                    "messages.format",
                    "messages.order",
                    "trace.propagation",
                    "workflow.complete"),
            edit(
                    Topic.RUN_COMPLETED,
                    payload -> payload.put(
                            "timestamp",
                            Instant.parse(payload.get("timestamp").textValue()).toEpochMilli()))),

    /** Every result is announced as a success. */
    MESSAGE_SAYS_SUCCESS(
            Set.of(Operations.SUBMIT_RESULT),
            List.of("messages.format/value", "errors.propagation/value"),
            edit(Topic.RUN_COMPLETED, payload -> payload.put("result_code", "success"))),

    /** A payload that is posted goes out with a mark. */
    MESSAGE_ALTERED(
            Set.of(Operations.POST_MESSAGE),
            List.of(
                    "messages.format/message-altered",
                    "api.parity/extra",
                    "messages.format/extra",
                    "schema.compatibility/missing-required-field"),
            () -> Requests.of(Set.of(Operations.POST_MESSAGE), Requests.json(body -> {
                if (body.path("payload") instanceof ObjectNode payload) {
                    payload.put("relayed", true);
                }
            }))),

    /** Publications are announced on the channel of progress. */
    MESSAGE_ON_OTHER_CHANNEL(
            Set.of(Operations.PUBLISH),
            inVain(
                    List.of(
                            "messages.exactly-once/message-uncaused",
                            "messages.exactly-once/message-missing",
                            "messages.exactly-once/message-repeated",
                            "messages.format/schema",
                            "messages.order/message-out-of-order",
                            "schema.compatibility/missing-required-field",
                            "trace.propagation/trace-broken"),
                    "messages.format",
                    "trace.propagation",
                    "workflow.complete"),
            instead(
                    Topic.PUBLISH_COMPLETED,
                    message -> List.of(new Message(Topic.RUN_PROGRESS.channel(), message.payload())))),

    /** The consumer ends at the first payload that is no JSON. */
    CONSUMER_DIES_OF_NO_JSON(
            Set.of(Operations.LIST_REJECTED_MESSAGES),
            List.of("messages.format/step-not-completed", "messages.format/length", "messages.format/missing"),
            () -> new Defect() {
                @Override
                public void received(String payload) {
                    try {
                        Json.read(payload);
                    } catch (IOException malformed) {
                        throw new UncheckedIOException(malformed);
                    }
                }
            });

    private final Row row;

    MessageFault(Set<String> operations, List<String> findings, Supplier<Defect> defect) {
        row = new Row(operations, findings, server -> defect.get());
    }

    @Override
    public Row row() {
        return row;
    }

    /** Beside what is wrong with the message itself: checks of these suites wait for it, and are told less. */
    private static List<String> inVain(List<String> own, String... suites) {
        Stream<String> waiting = Stream.of(suites)
                .flatMap(suite -> Stream.of("length", "missing", "step-not-completed", "value")
                        .map(kind -> suite + "/" + kind));
        return Stream.concat(own.stream(), waiting).distinct().toList();
    }

    private static Supplier<Defect> instead(Topic topic, Function<Message, List<Message>> change) {
        return () -> Message.instead(message -> message.isOf(topic) ? change.apply(message) : List.of(message));
    }

    private static Supplier<Defect> edit(Topic topic, Consumer<ObjectNode> change) {
        return instead(topic, message -> List.of(message.edited(change)));
    }
}

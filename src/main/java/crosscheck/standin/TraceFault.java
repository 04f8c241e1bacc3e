package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Defects of what connects the hops of one trace. */
public enum TraceFault implements FunctionalFault {
    /** Messages have no {@code traceparent}. */
    MESSAGE_TRACE_DROPPED(
            Operations.MESSAGING,
            List.of(
                    "trace.propagation/trace-missing",
                    "messages.exactly-once/missing",
                    "messages.format/missing",
                    "messages.order/missing",
                    "schema.compatibility/missing-required-field",
                    "trace.propagation/missing",
                    "workflow.complete/missing"),
            message(payload -> payload.remove("traceparent"))),

    /** Results are announced in a trace of their own. */
    MESSAGE_TRACE_RESTARTED(
            Set.of(Operations.SUBMIT_RESULT),
            List.of("trace.propagation/trace-broken"),
            restarted(Operations.SUBMIT_RESULT)),

    /** Messages have their trace in upper case. */
    MESSAGE_TRACE_UPPER_CASE(
            Operations.MESSAGING,
            List.of("trace.propagation/trace-malformed", "api.conformance/schema"),
            message(payload -> payload.put(
                    "traceparent", payload.get("traceparent").textValue().toUpperCase(Locale.ROOT)))),

    /** Answers have no {@code traceparent}. */
    ANSWER_TRACE_DROPPED(
            Set.of(),
            List.of("trace.propagation/trace-missing"),
            answer((head, response) -> response.without("traceparent"))),

    /** Answers are in a trace of their own. */
    ANSWER_TRACE_RESTARTED(
            Set.of(),
            List.of("trace.propagation/trace-broken"),
            answer((head, response) ->
                    response.with("traceparent", Trace.continued(List.of()).next()))),

    /** Answers repeat the request's {@code traceparent}, its parent too. */
    PARENT_REPEATED(
            Set.of(),
            List.of("trace.propagation/trace-parent-kept", "trace.propagation/trace-malformed"),
            answer((head, response) -> {
                String asked = head.headers().get("traceparent", "");
                return asked.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
                        ? response.with("traceparent", asked)
                        : response;
            })),

    /** What the worker uploads is in a trace of its own. */
    UPLOAD_TRACE_RESTARTED(
            Set.of(Operations.EXECUTE_JOB),
            List.of("trace.propagation/trace-broken", "trace.propagation/status"),
            restarted(Operations.EXECUTE_JOB)),

    /** A trace in upper case, which is none, is continued. */
    UPPER_CASE_TRACE_CONTINUED(
            Set.of(), List.of("trace.propagation/trace-not-restarted"), Requests.arriving((head, body) -> {
                if (head.headers().getAll("traceparent").size() == 1) {
                    String asked = head.headers().get("traceparent");
                    head.headers().set("traceparent", asked.toLowerCase(Locale.ROOT));
                }
            }));

    private final Row row;

    TraceFault(Set<String> operations, List<String> findings, Defect defect) {
        row = new Row(operations, findings, server -> defect);
    }

    @Override
    public Row row() {
        return row;
    }

    private static Defect message(Consumer<ObjectNode> change) {
        return Message.instead(message -> List.of(message.edited(change)));
    }

    private static Defect restarted(String operation) {
        return Requests.of(Set.of(operation), request -> request.with(Trace.continued(List.of())));
    }

    private static Defect answer(BiFunction<HttpRequest, Response, Response> change) {
        return new Defect() {
            @Override
            public Response leaving(HttpRequest head, Response response) {
                return change.apply(head, response);
            }
        };
    }
}

package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Defects of what connects the hops of one trace. */
public enum TraceFault implements FunctionalFault {
    /** Messages have no {@code traceparent}. */
    MESSAGE_TRACE_DROPPED(
            Operations.MESSAGING,
            Set.of("trace.propagation/missing"),
            message(payload -> payload.remove("traceparent"))),

    /** Results are announced in a trace of their own. */
    MESSAGE_TRACE_RESTARTED(
            Set.of(Operations.SUBMIT_RESULT), Set.of("trace.propagation/value"), restarted(Operations.SUBMIT_RESULT)),

    /** Messages have their trace in upper case. */
    MESSAGE_TRACE_UPPER_CASE(
            Operations.MESSAGING,
            Set.of("trace.propagation/malformed", "messages.format/schema"),
            message(payload -> payload.put(
                    "traceparent", payload.get("traceparent").textValue().toUpperCase(Locale.ROOT)))),

    /** Answers have no {@code traceparent}. */
    ANSWER_TRACE_DROPPED(
            Set.of(),
            Set.of("trace.propagation/missing", "api.conformance/header", "api.parity/header"),
            answer((head, response) -> response.without("traceparent"))),

    /** Answers are in a trace of their own. */
    ANSWER_TRACE_RESTARTED(
            Set.of(),
            Set.of("trace.propagation/value"),
            answer((head, response) ->
                    response.with("traceparent", Trace.continued(List.of()).next()))),

    /** Answers repeat the request's {@code traceparent}, its parent too. */
    PARENT_REPEATED(Set.of(), Set.of("trace.propagation/parent"), answer((head, response) -> {
        String asked = head.headers().get("traceparent", "");
        return asked.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
                ? response.with("traceparent", asked)
                : response;
    })),

    /** What the worker uploads is in a trace of its own. */
    UPLOAD_TRACE_RESTARTED(
            Set.of(Operations.EXECUTE_JOB), Set.of("trace.propagation/value"), restarted(Operations.EXECUTE_JOB)),

    /** A trace in upper case, which is none, is continued. */
    UPPER_CASE_TRACE_CONTINUED(Set.of(), Set.of("trace.propagation/value"), Requests.arriving((head, body) -> {
        if (head.headers().getAll("traceparent").size() == 1) {
            String asked = head.headers().get("traceparent");
            head.headers().set("traceparent", asked.toLowerCase(Locale.ROOT));
        }
    }));

    private final Set<String> operations;
    private final Set<String> findings;
    private final Defect defect;

    TraceFault(Set<String> operations, Set<String> findings, Defect defect) {
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
        return defect;
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

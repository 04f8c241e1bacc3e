package crosscheck.workflow;

import crosscheck.check.PlayedCheck;
import crosscheck.contract.Contract;
import crosscheck.contract.FindingKind;
import crosscheck.contract.ResponseSpec;
import crosscheck.messaging.Breach;
import crosscheck.messaging.Deliveries;
import crosscheck.messaging.Delivery;
import crosscheck.messaging.Message;
import crosscheck.observation.ExchangeRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One trace through a request, its answer and its messages, each with a parent id of its own; a new trace where the request
 * names none.
 */
public final class TraceRules {
    public static final String SUITE = "trace.propagation";

    /** The path of a runner that refuses uploads outside of the trace that follows. */
    static final String UPLOADS = "/traced/";

    private static final int UPLOAD_REFUSED = 502;

    /** What can become of a trace. */
    public enum Kind implements FindingKind {
        TRACE_MISSING,
        TRACE_MALFORMED,
        /** Another trace than the request's, or the answer's where the request had none. */
        TRACE_BROKEN,
        /** A trace that is not valid was continued. */
        TRACE_NOT_RESTARTED,
        /** The parent id is the request's still. */
        TRACE_PARENT_KEPT
    }

    private static final String HEADER = "traceparent";
    private static final String ANSWER = "answer";

    private final Contract contract;

    public TraceRules(Contract contract) {
        this.contract = contract;
    }

    public List<Breach> breaches(PlayedCheck chain, Deliveries messages) {
        List<Breach> found = new ArrayList<>();
        for (ExchangeRecord exchange : chain.exchanges()) {
            if (exchange.status() == UPLOAD_REFUSED && isTracedUpload(exchange)) {
                found.add(breach(
                        exchange, Kind.TRACE_BROKEN, "upload", "an upload without the request's trace, or its parent"));
            }
            Optional<String> answered = header(exchange);
            if (answered.isPresent()) {
                hop(exchange, ANSWER, answered.get(), requested(exchange)).ifPresent(found::add);
            } else if (exchange.status() != 0 && isPromised(exchange)) {
                found.add(breach(exchange, Kind.TRACE_MISSING, ANSWER, "no traceparent in the answer"));
            }
        }
        for (Delivery delivery : messages.deliveries()) {
            if (!delivery.posted()) {
                found.addAll(messages(delivery));
            }
        }
        return found;
    }

    /** The first message is taken for that of the first request, and so on. */
    private static List<Breach> messages(Delivery delivery) {
        List<Breach> found = new ArrayList<>();
        for (int i = 0; i < delivery.messages().size(); i++) {
            Message message = delivery.messages().get(i);
            ExchangeRecord cause =
                    delivery.causes().get(Math.min(i, delivery.causes().size() - 1));
            if (message.json().path(HEADER).isTextual()) {
                message(cause, delivery.topic(), message.text(HEADER)).ifPresent(found::add);
            } else if (message.json().isObject()) {
                found.add(breach(cause, Kind.TRACE_MISSING, delivery.topic(), message.shown()));
            }
        }
        return found;
    }

    /** Where the request names no trace, the message is of the answer's. */
    private static Optional<Breach> message(ExchangeRecord cause, String topic, String traceparent) {
        Optional<String> requested = requested(cause);
        Optional<Breach> broken = hop(cause, topic, traceparent, requested);
        if (broken.isPresent() || requested.flatMap(TraceParent::parse).isPresent()) {
            return broken;
        }
        return header(cause)
                .flatMap(TraceParent::parse)
                .filter(answered -> !traceparent.contains(answered.trace()))
                .map(answered -> breach(
                        cause,
                        Kind.TRACE_BROKEN,
                        topic,
                        topic + " " + traceparent + ", the answer " + answered.trace()));
    }

    /** @param from what the request said; where that is not valid, a new trace begins */
    private static Optional<Breach> hop(
            ExchangeRecord exchange, String place, String traceparent, Optional<String> from) {
        Optional<TraceParent> came = TraceParent.parse(traceparent);
        Optional<TraceParent> sent = from.flatMap(TraceParent::parse);
        String shown = place + " " + traceparent
                + from.map(text -> ", the request " + text).orElse("");
        if (came.isEmpty()) {
            return Optional.of(breach(exchange, Kind.TRACE_MALFORMED, place, shown));
        }
        if (sent.isEmpty()) {
            boolean continued = from.isPresent()
                    && from.get().toLowerCase(Locale.ROOT).contains(came.get().trace());
            return continued ? Optional.of(breach(exchange, Kind.TRACE_NOT_RESTARTED, place, shown)) : Optional.empty();
        }
        if (!came.get().trace().equals(sent.get().trace())) {
            return Optional.of(breach(exchange, Kind.TRACE_BROKEN, place, shown));
        }
        return came.get().parent().equals(sent.get().parent())
                ? Optional.of(breach(exchange, Kind.TRACE_PARENT_KEPT, place, shown))
                : Optional.empty();
    }

    private static boolean isTracedUpload(ExchangeRecord exchange) {
        return exchange.requestBody() != null
                && new String(exchange.requestBody(), StandardCharsets.UTF_8).contains(UPLOADS);
    }

    private boolean isPromised(ExchangeRecord exchange) {
        Optional<ResponseSpec> promised = exchange.operation().isEmpty()
                ? contract.routeRefusal(exchange.status())
                : contract.response(exchange.operation(), exchange.status());
        return promised.map(ResponseSpec::headers).orElse(List.of()).stream()
                .anyMatch(header -> header.required() && header.name().equalsIgnoreCase(HEADER));
    }

    private static Optional<String> requested(ExchangeRecord exchange) {
        return exchange.requestHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(HEADER))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> header(ExchangeRecord exchange) {
        return exchange.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(HEADER))
                .map(header -> String.join(", ", header.getValue()))
                .findFirst();
    }

    private static Breach breach(ExchangeRecord exchange, Kind kind, String place, String shown) {
        return new Breach(
                SUITE,
                exchange.operation(),
                kind,
                place,
                shown,
                "answer and messages are of the request's trace, each with a parent id of its own; of a new one where the"
                        + " request names none",
                exchange);
    }
}

package crosscheck.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import crosscheck.check.PlayedCheck;
import crosscheck.contract.Conformance;
import crosscheck.contract.Contract;
import crosscheck.contract.FindingKind;
import crosscheck.contract.Json;
import crosscheck.contract.Violation;
import crosscheck.observation.ExchangeRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the contract promises of the messages of one chain: their format, their number and their order. */
public final class MessageRules {
    public static final String FORMAT = "messages.format";
    public static final String ORDER = "messages.order";
    public static final String EXACTLY_ONCE = "messages.exactly-once";

    private static final String TRACE = "traceparent";

    /** What messages break beside the schema of their topic. */
    public enum Kind implements FindingKind {
        /** A payload that was posted went out otherwise. */
        MESSAGE_ALTERED,
        MESSAGE_MISSING,
        MESSAGE_REPEATED,
        /** It came while the commit of what it tells was held back. */
        MESSAGE_BEFORE_COMMIT,
        /** Nothing that was accepted promised it. */
        MESSAGE_UNCAUSED,
        MESSAGE_OUT_OF_ORDER
    }

    private final Conformance conformance;
    private final List<String> topics;

    public MessageRules(Contract contract, Conformance conformance) {
        this.conformance = conformance;
        this.topics = List.copyOf(contract.topics().keySet());
    }

    /** Every broken promise; traces are judged elsewhere. */
    public List<Breach> breaches(PlayedCheck chain, Deliveries messages) {
        List<Breach> found = new ArrayList<>();
        boolean redisWasAway = chain.check().cuts("redis");
        for (Delivery delivery : messages.deliveries()) {
            found.addAll(delivery.posted() ? altered(delivery) : format(delivery));
            found.addAll(number(delivery, redisWasAway));
            found.addAll(beforeCommit(delivery));
        }
        for (Message message : messages.unexpected()) {
            found.add(uncaused(chain, message));
        }
        if (!redisWasAway) {
            found.addAll(order(messages.deliveries()));
        }
        return found;
    }

    private List<Breach> format(Delivery delivery) {
        ExchangeRecord cause = delivery.causes().get(0);
        List<Breach> found = new ArrayList<>();
        for (Message message : delivery.messages()) {
            for (Violation violation :
                    conformance.checkMessage(delivery.topic(), message.record().payload())) {
                if (!violation.path().equals(TRACE)) {
                    found.add(new Breach(
                            FORMAT,
                            cause.operation(),
                            violation.kind(),
                            placeOf(delivery.topic(), violation),
                            violation.message() + "\n" + message.shown(),
                            "a message is as its topic's schema says",
                            cause));
                }
            }
        }
        return found;
    }

    private static String placeOf(String topic, Violation violation) {
        return violation.path().isEmpty() ? topic : topic + "." + violation.place();
    }

    private static List<Breach> altered(Delivery delivery) {
        ExchangeRecord cause = delivery.causes().get(0);
        JsonNode given = Json.rootOf(cause.requestBody()).path("payload");
        JsonNode posted = given.isMissingNode() ? NullNode.getInstance() : given;
        return delivery.messages().stream()
                .filter(message -> !message.json().equals(posted))
                .map(message -> new Breach(
                        FORMAT,
                        cause.operation(),
                        Kind.MESSAGE_ALTERED,
                        delivery.topic(),
                        message.shown(),
                        "a payload that is posted goes out as it is",
                        cause))
                .toList();
    }

    private static List<Breach> number(Delivery delivery, boolean atLeastOnce) {
        int promised = delivery.causes().size();
        int came = delivery.messages().size();
        if (came == promised || came > promised && atLeastOnce) {
            return List.of();
        }
        ExchangeRecord cause = delivery.causes().get(0);
        return List.of(new Breach(
                EXACTLY_ONCE,
                cause.operation(),
                came < promised ? Kind.MESSAGE_MISSING : Kind.MESSAGE_REPEATED,
                delivery.topic(),
                came + " of " + promised + " " + delivery.topic() + " came for " + cause.operation() + " "
                        + delivery.id(),
                "each accepted request causes each of its messages exactly once",
                cause));
    }

    private static List<Breach> beforeCommit(Delivery delivery) {
        return delivery.causes().stream()
                .filter(cause -> cause.held() != null)
                .filter(cause -> delivery.messages().stream()
                        .anyMatch(message -> message.atMicros() >= cause.sentMicros()
                                && message.atMicros() < cause.held().releasedMicros()))
                .map(cause -> new Breach(
                        ORDER,
                        cause.operation(),
                        Kind.MESSAGE_BEFORE_COMMIT,
                        delivery.topic(),
                        delivery.topic() + " came while the commit was held back",
                        "a message leaves after the commit of what it tells",
                        cause))
                .toList();
    }

    private static Breach uncaused(PlayedCheck chain, Message message) {
        ExchangeRecord last = chain.exchanges().stream()
                .filter(exchange -> exchange.sentMicros() <= message.atMicros())
                .reduce((earlier, later) -> later)
                .orElse(chain.exchanges().get(0));
        return new Breach(
                EXACTLY_ONCE,
                last.operation(),
                Kind.MESSAGE_UNCAUSED,
                message.topic(),
                message.shown(),
                "a request that is refused, or promises no message, sends none",
                last);
    }

    private List<Breach> order(List<Delivery> deliveries) {
        Map<String, List<Message>> bySubject = new TreeMap<>();
        Map<String, ExchangeRecord> causes = new TreeMap<>();
        for (Delivery delivery : deliveries) {
            if (!delivery.posted()) {
                causes.put(delivery.topic() + delivery.id(), delivery.causes().get(0));
                bySubject
                        .computeIfAbsent(delivery.id(), id -> new ArrayList<>())
                        .addAll(delivery.messages());
            }
        }
        List<Breach> found = new ArrayList<>();
        bySubject.forEach((id, messages) -> {
            messages.sort(Comparator.comparingLong(Message::atMicros));
            for (int i = 1; i < messages.size(); i++) {
                Message earlier = messages.get(i - 1);
                Message later = messages.get(i);
                if (topics.indexOf(earlier.topic()) > topics.indexOf(later.topic())) {
                    ExchangeRecord cause = causes.get(later.topic() + id);
                    found.add(new Breach(
                            ORDER,
                            cause.operation(),
                            Kind.MESSAGE_OUT_OF_ORDER,
                            later.topic(),
                            messages.stream().map(Message::topic).collect(Collectors.joining(", ")),
                            "for one run: started, progress, completed",
                            cause));
                }
            }
        });
        return found;
    }
}

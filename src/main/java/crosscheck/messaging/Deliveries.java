package crosscheck.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.check.PlayedCheck;
import crosscheck.contract.Contract;
import crosscheck.contract.Json;
import crosscheck.observation.ExchangeRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The messages of one chain, each with the request that caused it.
 *
 * @param deliveries what was promised, with what came
 * @param unexpected what nothing promised
 */
public record Deliveries(List<Delivery> deliveries, List<Message> unexpected) {
    private static final String POST = "post-message";

    private record Key(String topic, String id) {}

    public static Deliveries of(PlayedCheck chain, Contract contract) {
        List<Message> left = chain.messages().stream()
                .map(Message::of)
                .sorted(Comparator.comparingLong(Message::atMicros))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Delivery> deliveries = new ArrayList<>();
        for (ExchangeRecord exchange : accepted(chain, POST)) {
            deliveries.add(posted(exchange, left));
        }
        Map<Key, List<ExchangeRecord>> promised = new LinkedHashMap<>();
        for (Contract.Topic topic : contract.topics().values()) {
            for (ExchangeRecord exchange : accepted(chain, topic.causedBy())) {
                String id = Json.rootOf(exchange.body())
                        .path(subject(topic, contract))
                        .asText();
                promised.computeIfAbsent(new Key(topic.name(), id), key -> new ArrayList<>())
                        .add(exchange);
            }
        }
        promised.forEach((key, causes) -> {
            String subject = subject(contract.topics().get(key.topic()), contract);
            List<Message> messages = taken(
                    left,
                    Integer.MAX_VALUE,
                    message -> message.topic().equals(key.topic())
                            && message.text(subject).equals(key.id()));
            deliveries.add(new Delivery(key.topic(), key.id(), causes, messages, false));
        });
        adoptNameless(deliveries, left, contract);
        Set<String> unanswered = contract.topics().values().stream()
                .filter(topic -> chain.exchanges().stream()
                        .anyMatch(exchange -> exchange.operation().equals(topic.causedBy()) && exchange.status() == 0))
                .map(Contract.Topic::name)
                .collect(Collectors.toSet());
        left.removeIf(message -> unanswered.contains(message.topic()));
        return new Deliveries(List.copyOf(deliveries), List.copyOf(left));
    }

    /** The property of a topic's messages, and of the answers that cause them, that says what they are about. */
    static String subject(Contract.Topic topic, Contract contract) {
        JsonNode properties = contract.resolve(topic.payload()).path("properties");
        return properties.has("publish_id") ? "publish_id" : "run_id";
    }

    private static List<ExchangeRecord> accepted(PlayedCheck chain, String operation) {
        return chain.exchanges().stream()
                .filter(exchange -> exchange.operation().equals(operation) && exchange.status() / 100 == 2)
                .toList();
    }

    private static Delivery posted(ExchangeRecord exchange, List<Message> left) {
        JsonNode body = Json.rootOf(exchange.requestBody());
        String topic = body.path("topic").asText();
        List<Message> messages = taken(
                left,
                1,
                message -> message.topic().equals(topic) && message.json().equals(body.path("payload")));
        return new Delivery(topic, "", List.of(exchange), messages, true);
    }

    /** A message too malformed to say what it is about is taken for the one that is missing. */
    private static void adoptNameless(List<Delivery> deliveries, List<Message> left, Contract contract) {
        deliveries.replaceAll(delivery -> {
            int missing = delivery.causes().size() - delivery.messages().size();
            if (missing <= 0 || !contract.topics().containsKey(delivery.topic())) {
                return delivery;
            }
            String subject = subject(contract.topics().get(delivery.topic()), contract);
            List<Message> nameless = taken(
                    left,
                    missing,
                    message -> message.topic().equals(delivery.topic())
                            && (delivery.posted()
                                    || !message.json().path(subject).isTextual()));
            List<Message> all = Stream.concat(delivery.messages().stream(), nameless.stream())
                    .toList();
            return new Delivery(delivery.topic(), delivery.id(), delivery.causes(), all, delivery.posted());
        });
    }

    private static List<Message> taken(List<Message> left, int most, Predicate<Message> which) {
        List<Message> taken = new ArrayList<>();
        for (Iterator<Message> messages = left.iterator(); messages.hasNext() && taken.size() < most; ) {
            Message message = messages.next();
            if (which.test(message)) {
                taken.add(message);
                messages.remove();
            }
        }
        return List.copyOf(taken);
    }
}

package crosscheck.verdict;

import crosscheck.check.PlayedCheck;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.ResponseSpec;
import crosscheck.messaging.Delivery;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.PlannedCheck;
import crosscheck.observation.PlannedCheck.PlannedStep;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which interactions the checks covered, of those that the suites of a run are about: each status of each operation and each
 * topic on each side, and each step of a workflow to its next.
 */
final class Coverage {
    private static final int UNAVAILABLE = 503;
    private static final String BOTH = "both";

    private record Key(String name, String implementation) {}

    private final Contract contract;
    private final Uploads uploads;
    private final Map<Key, String> interactions = new LinkedHashMap<>();
    private final Set<Key> attempted = new HashSet<>();
    private final Set<Key> matched = new HashSet<>();
    private final Map<String, String> notPlayed = new HashMap<>();
    private boolean cut;

    Coverage(Contract contract, Set<String> suites, List<PlannedCheck> checks) {
        this.contract = contract;
        this.uploads = new Uploads(contract);
        for (Implementation side : Implementation.values()) {
            if (suites.contains("api.parity")) {
                contract.operations().forEach(operation -> contract.statuses(operation.id())
                        .forEach(status ->
                                interactions.put(new Key(operation.id() + " " + status, side.id()), operation.id())));
            }
            if (suites.stream().anyMatch(suite -> suite.startsWith("messages."))) {
                contract.topics()
                        .values()
                        .forEach(topic -> interactions.put(new Key(topic.name(), side.id()), topic.causedBy()));
            }
        }
        checks.stream().filter(check -> check.suite().startsWith("workflow.")).forEach(check -> edges(check)
                .forEach(edge -> interactions.put(edge, "")));
    }

    /** Takes a check that was not played, or not by every cast. */
    void missed(PlannedCheck check, String reason) {
        check.steps().forEach(step -> notPlayed.putIfAbsent(step.operation(), reason));
    }

    /** Takes a chain into account; {@code sound} are its steps in which nothing differed from the other side's. */
    void add(PlayedCheck chain, List<Delivery> deliveries, Set<String> sound) {
        cut |= !chain.check().cuts().isEmpty();
        for (ExchangeRecord exchange : chain.exchanges()) {
            Key key = new Key(
                    exchange.operation() + " " + uploads.status(exchange),
                    exchange.implementation().id());
            count(key, sound.contains(exchange.step()));
        }
        for (Delivery delivery : deliveries) {
            if (!delivery.messages().isEmpty() && !delivery.posted()) {
                ExchangeRecord cause = delivery.causes().get(0);
                Key key = new Key(delivery.topic(), cause.implementation().id());
                count(key, sound.contains(cause.step()));
            }
        }
        if (chain.check().suite().startsWith("workflow.")) {
            List<PlannedStep> steps = chain.check().steps();
            for (int i = 1; i < steps.size(); i++) {
                String from = steps.get(i - 1).name();
                String to = steps.get(i).name();
                if (chain.exchange(to).isPresent()) {
                    count(edge(steps.get(i - 1), steps.get(i)), sound.contains(from) && sound.contains(to));
                }
            }
        }
    }

    private void count(Key key, boolean sound) {
        attempted.add(key);
        if (sound) {
            matched.add(key);
        }
    }

    /** Every interaction that could be covered here, in the order of the contract. */
    List<Interaction> interactions() {
        return interactions.entrySet().stream()
                .filter(interaction -> isWithinReach(interaction.getKey(), interaction.getValue()))
                .map(interaction -> interaction(interaction.getKey(), interaction.getValue()))
                .toList();
    }

    private Interaction interaction(Key key, String operation) {
        boolean isMatched = matched.contains(key);
        boolean isAttempted = attempted.contains(key);
        String reason = isAttempted
                ? "the two sides did not do it alike"
                : notPlayed.getOrDefault(operation, "no check that was played led to it");
        return new Interaction(key.name(), key.implementation(), isAttempted, isMatched, isMatched ? "" : reason);
    }

    /** What only a server out of reach leads to can be covered only where one was taken out of reach. */
    private boolean isWithinReach(Key key, String operation) {
        return cut
                || attempted.contains(key)
                || !key.name().equals(operation + " " + UNAVAILABLE)
                || !contract.response(operation, UNAVAILABLE)
                        .map(ResponseSpec::errorCodes)
                        .filter(List.of("unavailable")::containsAll)
                        .isPresent();
    }

    private static Set<Key> edges(PlannedCheck check) {
        Set<Key> edges = new LinkedHashSet<>();
        for (int i = 1; i < check.steps().size(); i++) {
            edges.add(edge(check.steps().get(i - 1), check.steps().get(i)));
        }
        return edges;
    }

    private static Key edge(PlannedStep from, PlannedStep to) {
        return new Key(from.operation() + " to " + to.operation(), BOTH);
    }
}

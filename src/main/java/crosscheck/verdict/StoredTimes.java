package crosscheck.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import crosscheck.check.PlayedCheck;
import crosscheck.compare.Difference;
import crosscheck.contract.Contract;
import crosscheck.contract.Json;
import crosscheck.contract.ResponseSpec;
import crosscheck.messaging.Breach;
import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.ExchangeRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Times as they were answered against those that are stored: each side mints its own, so the two sides' answers cannot tell. */
final class StoredTimes {
    /** Stored times are rounded to microseconds. */
    private static final Duration ROUNDING = Duration.ofNanos(1_000);

    private final Contract contract;
    private final Map<String, List<String>> timesByTable;

    StoredTimes(Contract contract) {
        this.contract = contract;
        timesByTable = RowChanges.timesByTable(contract);
    }

    List<Breach> breaches(PlayedCheck chain) {
        List<Breach> found = new ArrayList<>();
        chain.run().changes().forEach((table, changes) -> {
            List<String> times = timesByTable.getOrDefault(table, List.of());
            if (times.isEmpty()) {
                return;
            }
            Map<String, JsonNode> rows = changes.stream()
                    .map(RowChange::after)
                    .filter(Objects::nonNull)
                    .map(row -> Json.rootOf(row.getBytes(UTF_8)))
                    .filter(row -> row.has("id"))
                    .collect(Collectors.toMap(row -> row.path("id").asText(), Function.identity()));
            chain.exchanges().stream()
                    .filter(exchange -> !exchange.operation().isEmpty() && exchange.status() / 100 == 2)
                    .forEach(exchange -> {
                        JsonNode answer = Json.rootOf(exchange.body());
                        JsonNode subject = answer.has("id") ? answer.path("id") : answer.path("publish_id");
                        JsonNode row = rows.get(subject.asText());
                        if (row != null && !chain.isChangedAfter(exchange, subject.asText())) {
                            found.addAll(breaches(table, times, answer, row, exchange));
                        }
                    });
        });
        return found;
    }

    private List<Breach> breaches(
            String table, List<String> times, JsonNode answer, JsonNode row, ExchangeRecord exchange) {
        JsonNode promised = properties(exchange);
        return times.stream()
                .filter(promised::has)
                .filter(column -> isAnotherMoment(answer.path(column), row.path(column)))
                .map(column -> new Breach(
                        "data.parity",
                        exchange.operation(),
                        Difference.Kind.VALUE,
                        table + "." + column,
                        "answered " + answer.path(column) + ", stored " + row.path(column),
                        "an answer tells the time that is stored",
                        exchange))
                .toList();
    }

    /** What the document says of such an answer. */
    private JsonNode properties(ExchangeRecord exchange) {
        return contract.response(exchange.operation(), exchange.status())
                .flatMap(ResponseSpec::schema)
                .map(schema -> contract.resolve(schema).path("properties"))
                .orElse(MissingNode.getInstance());
    }

    private static boolean isAnotherMoment(JsonNode answered, JsonNode stored) {
        Optional<OffsetDateTime> one = time(answered);
        Optional<OffsetDateTime> other = time(stored);
        return one.isPresent()
                && other.isPresent()
                && Duration.between(one.get(), other.get()).abs().compareTo(ROUNDING) > 0;
    }

    private static Optional<OffsetDateTime> time(JsonNode text) {
        try {
            return Optional.ofNullable(text.textValue()).map(OffsetDateTime::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

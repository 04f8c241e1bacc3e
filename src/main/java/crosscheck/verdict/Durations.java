package crosscheck.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.check.PlayedCheck;
import crosscheck.contract.Contract;
import crosscheck.contract.Json;
import crosscheck.contract.ResponseSpec;
import crosscheck.messaging.Breach;
import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.ExchangeRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whole seconds of runs as they were answered, against the times that are stored: floor(finish - start). From the two sides'
 * answers alone that cannot be seen, for each finished at a moment of its own.
 */
record Durations(Contract contract) {
    /** Stored times are rounded to microseconds. */
    private static final Duration ROUNDING = Duration.ofNanos(1_000);

    List<Breach> breaches(PlayedCheck chain) {
        return chain.exchanges().stream()
                .flatMap(exchange -> properties(exchange)
                        .flatMap(property -> breach(chain, exchange, property.getKey(), property.getValue()).stream()))
                .toList();
    }

    /** The answer's properties that are such seconds, each with the one that names the run. */
    private Stream<Map.Entry<String, String>> properties(ExchangeRecord exchange) {
        if (exchange.operation().isEmpty()) {
            return Stream.empty();
        }
        return contract.response(exchange.operation(), exchange.status()).flatMap(ResponseSpec::schema).stream()
                .flatMap(schema -> contract.resolve(schema).path("properties").properties().stream())
                .filter(property -> property.getValue().has("x-elapsed-since"))
                .map(property -> Map.entry(
                        property.getKey(),
                        property.getValue().get("x-elapsed-since").asText()));
    }

    private static Optional<Breach> breach(PlayedCheck chain, ExchangeRecord exchange, String property, String since) {
        JsonNode answer = Json.rootOf(exchange.body());
        String run = answer.path(since).asText();
        JsonNode seconds = answer.path(property);
        if (!seconds.canConvertToLong() || chain.isChangedAfter(exchange, run)) {
            return Optional.empty();
        }
        return stored(chain, run)
                .filter(elapsed -> seconds.longValue() < elapsed.minus(ROUNDING).getSeconds()
                        || seconds.longValue() > elapsed.plus(ROUNDING).getSeconds())
                .map(elapsed -> new Breach(
                        "api.conformance",
                        exchange.operation(),
                        RunKind.DURATION,
                        property,
                        seconds + ", while the stored times are " + elapsed.toNanos() / 1e9 + " s apart",
                        "whole seconds from the run's start to its finish, rounded down",
                        exchange));
    }

    /** From the start to the finish of a run as the database has them in the end. */
    private static Optional<Duration> stored(PlayedCheck chain, String run) {
        return chain.run().changes().getOrDefault("run", List.of()).stream()
                .map(RowChange::after)
                .map(row -> Json.rootOf(row == null ? new byte[0] : row.getBytes(StandardCharsets.UTF_8)))
                .filter(row -> row.path("id").asText().equals(run))
                .filter(row -> row.path("finish_time").isTextual())
                .map(row -> Duration.between(time(row, "start_time"), time(row, "finish_time")))
                .findFirst();
    }

    private static OffsetDateTime time(JsonNode row, String column) {
        return OffsetDateTime.parse(row.get(column).textValue());
    }
}

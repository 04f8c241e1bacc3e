package crosscheck.verdict;

import crosscheck.check.PlayedCheck;
import crosscheck.contract.Conformance;
import crosscheck.contract.Contract;
import crosscheck.contract.FindingKind;
import crosscheck.contract.Routes;
import crosscheck.contract.Violation;
import crosscheck.messaging.Breach;
import crosscheck.messaging.Deliveries;
import crosscheck.messaging.MessageRules;
import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.ExchangeRecord;
import crosscheck.workflow.TraceRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one cast must keep whatever the other does: a defect that both have is found here. */
final class ChainRules {
    private static final String CONFORMANCE = "api.conformance";
    private static final String TRACE = "traceparent";
    private static final int SHOWN = 3;

    private final Conformance conformance;
    private final Routes routes;
    private final Uploads uploads;
    private final Contract contract;
    private final Durations durations;
    private final StoredTimes storedTimes;
    private final MessageRules messageRules;
    private final TraceRules traceRules;

    ChainRules(Contract contract) {
        this.contract = contract;
        conformance = new Conformance(contract);
        durations = new Durations(contract);
        storedTimes = new StoredTimes(contract);
        routes = new Routes(contract);
        uploads = new Uploads(contract);
        messageRules = new MessageRules(contract, conformance);
        traceRules = new TraceRules(contract);
    }

    List<Breach> breaches(PlayedCheck chain, Deliveries messages) {
        List<Breach> found = new ArrayList<>();
        chain.exchanges().forEach(exchange -> found.addAll(nonconformance(exchange)));
        chain.exchanges().stream()
                .filter(this::isHalfDone)
                .map(ChainRules::halfDone)
                .forEach(found::add);
        found.addAll(durations.breaches(chain));
        found.addAll(storedTimes.breaches(chain));
        found.addAll(messageRules.breaches(chain, messages));
        found.addAll(traceRules.breaches(chain, messages));
        found.addAll(new WorkerUploads(chain).breaches());
        if (chain.wasRefused()) {
            found.addAll(changesOfRefused(chain));
        }
        return found;
    }

    /** Where an answer is not as the document says; its trace is judged elsewhere. */
    List<Breach> nonconformance(ExchangeRecord exchange) {
        if (!exchange.answered()) {
            return uploads.status(exchange) == 413
                    ? List.of()
                    : List.of(breach(exchange, RunKind.NO_ANSWER, "", exchange.failure(), "every request is answered"));
        }
        List<Violation> violations = exchange.operation().isEmpty()
                ? conformance.checkRouteRefusal(routes.refusal(exchange.path()), exchange.reply())
                : conformance.check(exchange.operation(), exchange.reply());
        return violations.stream()
                .filter(violation -> !violation.path().equals(TRACE))
                .map(violation -> breach(
                        exchange,
                        violation.kind(),
                        violation.place(),
                        exchange.status() + ": " + violation.message(),
                        "the answer is as the document says"))
                .toList();
    }

    private static Breach breach(ExchangeRecord exchange, FindingKind kind, String place, String shown, String rule) {
        return new Breach(CONFORMANCE, exchange.operation(), kind, place, shown, rule, exchange);
    }

    private boolean isHalfDone(ExchangeRecord exchange) {
        return exchange.held() != null
                && exchange.held().transactions() > 1
                && contract.isOneTransaction(exchange.operation());
    }

    private static Breach halfDone(ExchangeRecord exchange) {
        return new Breach(
                "data.transactions",
                exchange.operation(),
                RunKind.HALF_DONE,
                "",
                exchange.held().transactions() + " transactions changed rows, one after the other",
                "all that the request changes is committed in one transaction",
                exchange);
    }

    private static List<Breach> changesOfRefused(PlayedCheck chain) {
        ExchangeRecord last = chain.exchanges().get(chain.exchanges().size() - 1);
        return chain.run().changes().entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .map(table -> new Breach(
                        "data.parity",
                        last.operation(),
                        RunKind.REFUSED_BUT_CHANGED,
                        table.getKey(),
                        table.getValue().size() + " rows of " + table.getKey() + " are not as they were\n"
                                + table.getValue().stream()
                                        .limit(SHOWN)
                                        .flatMap(ChainRules::rows)
                                        .collect(Collectors.joining("\n")),
                        "a request that is refused changes nothing",
                        last))
                .toList();
    }

    private static Stream<String> rows(RowChange change) {
        return Stream.of(change.before(), change.after()).filter(Objects::nonNull);
    }
}

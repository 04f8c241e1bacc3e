package crosscheck.proof;

import crosscheck.contract.Implementation;
import crosscheck.observation.CheckRun;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.JsonLines;
import crosscheck.observation.PlannedCheck;
import crosscheck.observation.RunFolder;
import crosscheck.proof.EqualRow.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was recorded of checks that were played through the proxy, check by check. */
final class PlayedBlindly {
    private final RunFolder whole;
    private final EqualRow oracle;
    private final Map<String, List<ExchangeRecord>> exchanges;

    PlayedBlindly(RunFolder whole, EqualRow oracle) {
        this.whole = whole;
        this.oracle = oracle;
        this.exchanges = JsonLines.read(whole.exchanges(), ExchangeRecord.class).stream()
                .collect(Collectors.groupingBy(ExchangeRecord::check));
    }

    /** @param disturbed what the proxy did, by the traces of requests */
    List<Disturbance> disturbances(String check, Map<String, Passage> disturbed) {
        List<ExchangeRecord> all = exchanges.getOrDefault(check, List.of());
        List<Disturbance> found = new ArrayList<>();
        for (ExchangeRecord rust : all) {
            Passage passage = disturbed.get(rust.requestHeaders().getOrDefault("traceparent", ""));
            if (rust.implementation() == Implementation.RUST && passage != null) {
                Effect effect = counterpart(all, rust)
                        .map(python -> oracle.of(passage, python, rust))
                        .orElse(Effect.UNKNOWN);
                found.add(new Disturbance(rust, since(all, rust), passage, effect));
            }
        }
        return found;
    }

    /** The check as if no other had been played. */
    RunFolder alone(String check, Path path) throws IOException {
        RunFolder alone = RunFolder.create(path);
        Files.copy(whole.plan(), alone.plan());
        Files.copy(whole.messages(), alone.messages());
        copy(whole.checks(), alone.checks(), PlannedCheck.class, it -> it.id().equals(check));
        copy(whole.checkRuns(), alone.checkRuns(), CheckRun.class, it -> it.check()
                .equals(check));
        try (JsonLines<ExchangeRecord> lines = JsonLines.appendTo(alone.exchanges(), ExchangeRecord.class)) {
            exchanges.getOrDefault(check, List.of()).forEach(lines::append);
        }
        return alone;
    }

    private static List<String> since(List<ExchangeRecord> all, ExchangeRecord exchange) {
        List<ExchangeRecord> cast =
                all.stream().filter(it -> it.cast().equals(exchange.cast())).toList();
        return cast.subList(cast.indexOf(exchange), cast.size()).stream()
                .map(ExchangeRecord::operation)
                .toList();
    }

    /** The same request to the other implementation. */
    private static Optional<ExchangeRecord> counterpart(List<ExchangeRecord> all, ExchangeRecord rust) {
        return all.stream()
                .filter(it -> it.implementation() == Implementation.PYTHON
                        && it.step().equals(rust.step()))
                .findFirst();
    }

    private static <T> void copy(Path from, Path to, Class<T> type, Predicate<T> which) {
        try (JsonLines<T> lines = JsonLines.appendTo(to, type)) {
            JsonLines.read(from, type).stream().filter(which).forEach(lines::append);
        }
    }
}

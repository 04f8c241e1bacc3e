package crosscheck.run;

import crosscheck.check.Check;
import crosscheck.configuration.Secrets;
import crosscheck.functional.CheckRunner;
import crosscheck.functional.Exchange;
import crosscheck.functional.PlayRules;
import crosscheck.functional.Stage;
import crosscheck.observation.CheckRun;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.JsonLines;
import crosscheck.observation.PlannedCheck;
import crosscheck.observation.RunFolder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The functional checks of a run under way: what they left goes into its folder, how far they are onto the console. */
final class FunctionalPhase implements AutoCloseable {
    private final Map<String, Check> checks;
    private final Map<String, SuiteProgress> suites = new HashMap<>();
    private final JsonLines<ExchangeRecord> exchanges;
    private final JsonLines<CheckRun> checkRuns;
    private final Console console;
    private final CheckRunner runner;

    FunctionalPhase(
            CheckRunner.Selection selection,
            PlayRules rules,
            Stage stage,
            RunFolder folder,
            Console console,
            Secrets secrets) {
        this.console = console;
        checks = selection.checks().stream().collect(Collectors.toMap(Check::id, Function.identity()));
        selection.checks().forEach(check -> suites.computeIfAbsent(check.suite(), SuiteProgress::new)
                .add(check));
        try (JsonLines<PlannedCheck> planned = JsonLines.appendTo(folder.checks(), PlannedCheck.class)) {
            selection.checks().forEach(check -> planned.append(check.planned()));
        }
        exchanges = JsonLines.appendTo(folder.exchanges(), ExchangeRecord.class);
        checkRuns = JsonLines.appendTo(folder.checkRuns(), CheckRun.class);
        runner = new CheckRunner(
                selection,
                rules,
                stage,
                exchange -> exchanges.append(exchange.withAnswer(secrets::hide, secrets::hide)),
                this::played);
    }

    Optional<Exchange> next() {
        return runner.next();
    }

    void done(Exchange exchange) {
        runner.done(exchange);
    }

    private void played(CheckRun run) {
        checkRuns.append(run);
        SuiteProgress suite = suites.get(checks.get(run.check()).suite());
        suite.played(run);
        if (suite.isOver()) {
            console.progress(suite.toString());
        }
    }

    @Override
    public void close() {
        exchanges.close();
        checkRuns.close();
    }

    /** Ids of the checks by suite, in their order. */
    static Map<String, List<String>> ids(List<Check> checks) {
        return checks.stream()
                .collect(Collectors.groupingBy(
                        Check::suite, LinkedHashMap::new, Collectors.mapping(Check::id, Collectors.toList())));
    }
}

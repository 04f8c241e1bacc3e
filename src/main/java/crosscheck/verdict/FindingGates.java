package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.observation.Plan;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gates that ask for no open finding, and the coverage of what was looked for. */
record FindingGates(Plan plan, double neededCoverage, Functional functional, List<Finding> findings) {
    private static final String UNIT = "open findings";
    private static final int NAMED = 3;

    /** What each gate rests on: the checks of its own suite, or what every check shows. */
    private static final Map<String, ToLongFunction<Functional>> EVIDENCE = evidence();

    private static Map<String, ToLongFunction<Functional>> evidence() {
        Map<String, ToLongFunction<Functional>> evidence = new LinkedHashMap<>();
        evidence.put("api.parity", facts -> facts.compared("api.parity"));
        evidence.put("api.conformance", Functional::exchanges);
        evidence.put("schema.compatibility", Functional::compared);
        evidence.put("data.parity", Functional::compared);
        evidence.put("data.transactions", facts -> facts.compared("data.transactions"));
        evidence.put("messages.format", Functional::messages);
        evidence.put("messages.order", Functional::messages);
        evidence.put("messages.exactly-once", Functional::messages);
        evidence.put("workflow.complete", facts -> facts.compared("workflow.complete"));
        evidence.put("trace.propagation", Functional::exchanges);
        evidence.put("errors.propagation", facts -> facts.compared("errors.propagation"));
        return evidence;
    }

    /** The gates whose findings only checks of their own suite show. */
    private static final List<String> OWN =
            List.of("api.parity", "data.transactions", "workflow.complete", "errors.propagation");

    List<Question> questions() {
        Stream<Question> gates = EVIDENCE.keySet().stream()
                .map(gate -> new Question(gate, suite(gate), null, "0", UNIT, () -> open(gate)));
        String threshold = "> " + Numbers.plain(100 * neededCoverage);
        Question coverage =
                new Question("coverage.interactions", "coverage", null, threshold, "% matched", this::coverage);
        return Stream.concat(gates, Stream.of(coverage)).toList();
    }

    private static String suite(String gate) {
        return gate.substring(0, gate.indexOf('.'));
    }

    private Answer open(String gate) {
        List<Finding> open = findings.stream()
                .filter(finding -> finding.suite().equals(gate) && finding.isOpen())
                .sorted(Comparator.comparingLong(Finding::occurrences).reversed())
                .toList();
        long samples = EVIDENCE.get(gate).applyAsLong(functional);
        if (!open.isEmpty()) {
            return Answer.of(false, open.size(), Math.max(samples, open.size()), named(open));
        }
        if (plan.suites().isEmpty()) {
            return Answer.skipped("this simulation runs no functional checks");
        }
        if (OWN.contains(gate) && !plan.suites().contains(gate)) {
            return Answer.skipped("this simulation runs no checks of " + gate);
        }
        boolean aboutMessages = plan.suites().stream().anyMatch(planned -> planned.startsWith("messages."));
        if (gate.startsWith("messages.") && samples == 0 && functional.exchanges() > 0 && !aboutMessages) {
            return Answer.skipped("the checks of this simulation caused no message");
        }
        if (samples == 0) {
            return Answer.inconclusive(null, 0, withNotPlayed("nothing was compared that could show it", gate));
        }
        return Answer.of(true, 0, samples, withNotPlayed("no open finding" + underLoad(gate), gate))
                .passUnless(nothingSucceeded());
    }

    private String underLoad(String gate) {
        return gate.equals("api.parity") && !plan.phases().isEmpty()
                ? "; of the answers under load " + functional.comparedUnderLoad() + " pairs were compared in full"
                : "";
    }

    private String withNotPlayed(String text, String gate) {
        String notPlayed = functional.notPlayed(suite -> !OWN.contains(gate) || suite.equals(gate));
        return text + (notPlayed.isEmpty() ? "" : "; " + notPlayed);
    }

    private static String named(List<Finding> open) {
        String named = open.stream()
                .limit(NAMED)
                .map(finding -> Stream.of(finding.operation(), finding.kind(), finding.path(), finding.side())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
        return named + (open.size() > NAMED ? "; and " + (open.size() - NAMED) + " more" : "");
    }

    private Optional<String> nothingSucceeded() {
        return Stream.of(Implementation.values())
                .filter(side -> functional.successes(side) == 0)
                .map(side -> "no request of a check to " + side + " succeeded")
                .findFirst();
    }

    private Answer coverage() {
        if (plan.suites().isEmpty()) {
            return Answer.skipped("this simulation runs no functional checks");
        }
        if (plan.namesChecks()) {
            return Answer.skipped("only checks that were asked for by name were played");
        }
        List<Interaction> interactions = functional.interactions();
        if (interactions.isEmpty()) {
            return Answer.skipped("no suite of this simulation is about the interactions of the contract");
        }
        long attempted = interactions.stream().filter(Interaction::attempted).count();
        long matched = interactions.stream().filter(Interaction::matched).count();
        double share = (double) matched / interactions.size();
        String figures = matched + " of " + interactions.size() + " interactions matched, " + attempted + " attempted";
        String missing = interactions.stream()
                .filter(interaction -> !interaction.matched())
                .limit(NAMED)
                .map(interaction ->
                        interaction.name() + " of " + interaction.implementation() + ": " + interaction.reason())
                .collect(Collectors.joining("; "));
        String reason = figures + (missing.isEmpty() ? "" : "; not " + missing);
        if (share > neededCoverage) {
            return Answer.of(true, 100 * share, interactions.size(), reason);
        }
        return (double) attempted / interactions.size() > neededCoverage
                ? Answer.of(false, 100 * share, interactions.size(), reason)
                : Answer.inconclusive(100 * share, interactions.size(), reason);
    }
}

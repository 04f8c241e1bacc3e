package crosscheck.report;

import crosscheck.verdict.Finding;
import crosscheck.verdict.ResourceSummary;
import crosscheck.verdict.Result;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code page.jte} lays out, in the order in which it is read.
 *
 * @param rows every gate
 * @param findings the most important ones, opened to both sides
 */
public record Page(
        Result result,
        RunFacts run,
        Answer answer,
        List<Highlight> highlights,
        List<GateRow> rows,
        List<Scorecard> scorecards,
        List<ScenarioView> scenarios,
        List<Chart> resourceCharts,
        HealthView health,
        List<FindingView> findings) {
    private static final int MOST_FINDINGS = 1_000;
    private static final List<String> GRAVITY = List.of("open", "accepted", "noted");

    static Page of(String name, Result result, Evidence evidence) {
        List<GateRow> rows = GateRow.of(result.gates());
        return new Page(
                result,
                RunFacts.of(name, evidence),
                Answer.of(result),
                Highlights.of(result, rows),
                rows,
                Scorecard.of(rows),
                ScenarioView.of(result.measurements(), evidence),
                ResourceCharts.of(evidence),
                HealthView.of(evidence),
                findings(result));
    }

    private static List<FindingView> findings(Result result) {
        return result.findings().stream()
                .sorted(Comparator.comparingInt((Finding finding) -> GRAVITY.indexOf(finding.status())))
                .limit(MOST_FINDINGS)
                .map(FindingView::of)
                .toList();
    }

    /** Every figure of the page, for the script that draws them. */
    public List<Chart> charts() {
        Stream<Chart> performance = scenarios.stream()
                .flatMap(scenario -> Stream.of(scenario.overTime(), scenario.distributions()))
                .flatMap(List::stream);
        return Stream.of(performance, resourceCharts.stream(), health.charts().stream())
                .flatMap(charts -> charts)
                .toList();
    }

    /** The figures as JSON that may stand in a script element. */
    public String chartsJson() {
        return InlineJson.of(charts());
    }

    /** How memory was counted, in words. */
    public String memoryKind() {
        return result.resources().stream()
                .map(ResourceSummary::memory)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** How many findings only {@code result.json} holds. */
    public int findingsLeftOut() {
        return result.findings().size() - findings.size();
    }
}

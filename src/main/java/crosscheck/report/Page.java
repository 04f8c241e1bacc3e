package crosscheck.report;

import crosscheck.verdict.ResourceSummary;
import crosscheck.verdict.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code page.jte} lays out, in the order in which it is read.
 *
 * @param rows every gate
 * @param findings every one, the gravest first
 * @param checks one row a check
 * @param judgedWith settings that the result rests on other than the plan's
 * @param capacity {@code null} where the run did not ask
 * @param gatlingPage whether Gatling's own page is beside it
 */
public record Page(
        Result result,
        RunFacts run,
        Answer answer,
        List<Highlight> highlights,
        List<GateRow> rows,
        List<Scorecard> scorecards,
        List<FindingView> findings,
        List<CheckView> checks,
        CoverageView coverage,
        List<ScenarioView> scenarios,
        CapacityView capacity,
        SharedServers servers,
        List<Chart> resourceCharts,
        List<Chart> trendCharts,
        HealthView health,
        List<String> judgedWith,
        boolean gatlingPage) {

    /** An entry of the table of contents. */
    public record Entry(String anchor, String title, String count) {}

    static Page of(String name, Result result, Evidence evidence) {
        List<GateRow> rows = GateRow.of(result.gates());
        List<FindingView> findings = FindingView.of(result.findings());
        return new Page(
                result,
                RunFacts.of(name, evidence),
                Answer.of(result),
                Highlights.of(result, rows, findings),
                rows,
                Scorecard.of(rows),
                findings,
                CheckView.of(result.checks()),
                CoverageView.of(result.interactions()),
                ScenarioView.of(result.measurements(), evidence),
                CapacityView.of(result.capacity()),
                SharedServers.of(evidence.judgedPhases(), evidence.servers()),
                ResourceCharts.of(evidence),
                TrendCharts.of(result.resources()),
                HealthView.of(evidence),
                evidence.judgedWith(),
                evidence.gatlingPage());
    }

    /** The sections that this page has. */
    public List<Entry> contents() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("answer", "Executive summary", ""));
        if (!findings.isEmpty()) {
            entries.add(new Entry("findings", "Findings", Figures.count(findings.size())));
        }
        Stream.of(Category.COMPATIBILITY, Category.CONSISTENCY, Category.MESSAGES, Category.WORKFLOW)
                .filter(this::has)
                .forEach(category -> entries.add(entry(category)));
        if (!checks.isEmpty()) {
            entries.add(new Entry("checks", "Checks", Figures.count(checks.size())));
        }
        Stream.of(Category.PERFORMANCE, Category.RESOURCES, Category.RUN)
                .filter(this::has)
                .forEach(category -> entries.add(entry(category)));
        if (!coverage.isEmpty()) {
            entries.add(new Entry("coverage", "Coverage", ""));
        }
        entries.add(new Entry("environment", "Environment", ""));
        return entries;
    }

    private static Entry entry(Category category) {
        return new Entry(category.anchor(), category.title(), "");
    }

    /** Whether there is anything to say of it; of the run's health there always is. */
    public boolean has(Category category) {
        return switch (category) {
            case RUN -> true;
            case PERFORMANCE -> card(category).isPresent() || !scenarios.isEmpty();
            case RESOURCES -> card(category).isPresent() || !resourceCharts.isEmpty();
            default -> card(category).isPresent();
        };
    }

    public Optional<Scorecard> card(Category category) {
        return scorecards.stream().filter(card -> card.category() == category).findFirst();
    }

    /** How many open findings count against the gate. */
    public long findingsOf(GateRow row) {
        return findings.stream()
                .filter(finding ->
                        finding.suite().equals(row.id()) && finding.status().equals("open"))
                .count();
    }

    public List<String> findingStatuses() {
        return distinct(findings, FindingView::status);
    }

    public List<String> findingSuites() {
        return distinct(findings, FindingView::suite);
    }

    public List<String> checkVerdicts() {
        return distinct(checks, CheckView::verdict);
    }

    public List<String> checkSuites() {
        return distinct(checks, CheckView::suite);
    }

    private static <T> List<String> distinct(List<T> items, Function<T, String> value) {
        return items.stream().map(value).distinct().sorted().toList();
    }

    /** Every figure of the page, for the script that draws them. */
    public List<Chart> charts() {
        Stream<Chart> performance = scenarios.stream()
                .flatMap(scenario -> Stream.of(scenario.overTime(), scenario.distributions()))
                .flatMap(List::stream);
        Stream<Chart> latency =
                Stream.ofNullable(capacity).map(CapacityView::latency).filter(Chart::hasData);
        return Stream.of(performance, latency, trendCharts.stream(), resourceCharts.stream(), health.charts().stream())
                .flatMap(charts -> charts)
                .toList();
    }

    /** The figures as JSON that may stand in a script element. */
    public String chartsJson() {
        return InlineJson.of(charts());
    }

    /** The findings as JSON that may stand in a script element. */
    public String findingsJson() {
        return InlineJson.of(findings);
    }

    /** The checks as JSON that may stand in a script element. */
    public String checksJson() {
        return InlineJson.of(checks);
    }

    /** How memory was counted, in words. */
    public String memoryKind() {
        return result.resources().stream()
                .map(ResourceSummary::memory)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}

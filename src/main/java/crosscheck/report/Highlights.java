package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Measurement;
import crosscheck.verdict.ResourceSummary;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The three things that matter most: what speaks against a switch, the gravest first, then what the figures say for it. */
final class Highlights {
    private static final int MOST = 3;

    private Highlights() {}

    static List<Highlight> of(Result result, List<GateRow> rows, List<FindingView> findings) {
        Stream<Highlight> troubles = distinct(rows.stream()
                .filter(row -> row.verdict().compareTo(Verdict.PASS) > 0)
                .sorted(Comparator.comparing(GateRow::verdict).reversed().thenComparing(GateRow::category))
                .map(row -> trouble(row, findings))
                .toList());
        Stream<Highlight> figures = Stream.of(
                        figure(Category.RESOURCES, rows, memory(result)),
                        figure(Category.PERFORMANCE, rows, errors(result)),
                        figure(Category.PERFORMANCE, rows, slowest(result)))
                .flatMap(Optional::stream);
        Stream<Highlight> error = result.verdict() == Verdict.ERROR
                ? Stream.of(
                        new Highlight(Verdict.ERROR, "Why there is no answer", firstLine(result.message()), "health"))
                : Stream.empty();
        return Stream.of(error, troubles, figures)
                .flatMap(Function.identity())
                .limit(MOST)
                .toList();
    }

    /** What several gates say in the same words is one thing. */
    private static Stream<Highlight> distinct(List<Highlight> troubles) {
        Map<String, List<Highlight>> byText = troubles.stream()
                .collect(Collectors.groupingBy(Highlight::text, LinkedHashMap::new, Collectors.toList()));
        return byText.values().stream().map(alike -> {
            Highlight first = alike.get(0);
            String others =
                    alike.size() == 1 ? "" : ", and " + Figures.counted(alike.size() - 1, "more gate", "more gates");
            return new Highlight(first.verdict(), first.title() + others, first.text(), first.anchor());
        });
    }

    /** The figure, unless a gate of the category already speaks against it. */
    private static Optional<Highlight> figure(Category category, List<GateRow> rows, Optional<Highlight> figure) {
        boolean troubled = rows.stream()
                .anyMatch(row -> row.category() == category && row.verdict().compareTo(Verdict.PASS) > 0);
        return troubled ? Optional.empty() : figure;
    }

    /** Leads to the first finding that counts against the gate, where one does. */
    private static Highlight trouble(GateRow row, List<FindingView> findings) {
        String anchor = findings.stream()
                .filter(finding ->
                        finding.suite().equals(row.id()) && finding.status().equals("open"))
                .findFirst()
                .map(FindingView::anchor)
                .orElseGet(row::anchor);
        String text = row.gates().stream()
                .filter(gate -> gate.verdict() == row.verdict())
                .map(Highlights::withSide)
                .collect(Collectors.joining(" "));
        return new Highlight(row.verdict(), row.title(), text, anchor);
    }

    private static String withSide(Gate gate) {
        return gate.implementation() == null ? gate.reason() : gate.implementation() + ": " + gate.reason();
    }

    private static Optional<Highlight> memory(Result result) {
        return both(result.resources(), ResourceSummary::implementation, summary -> summary.memoryMeanMib() != null)
                .map(pair -> {
                    double python = pair.python().memoryMeanMib();
                    double rust = pair.rust().memoryMeanMib();
                    String text = "rust holds " + Figures.with("MiB", rust) + " on average where python holds "
                            + Figures.with("MiB", python) + ", " + Figures.number(100 * rust / python) + " % of it.";
                    return new Highlight(null, "Memory", text, "resources");
                });
    }

    private static Optional<Highlight> errors(Result result) {
        List<Measurement> whole = result.measurements().stream()
                .filter(measurement -> measurement.operation().isEmpty())
                .toList();
        long requests = whole.stream().mapToLong(Measurement::requests).sum();
        long errors = whole.stream().mapToLong(Measurement::errors).sum();
        if (requests == 0) {
            return Optional.empty();
        }
        String text = Figures.counted(errors, "error", "errors") + " in "
                + Figures.counted(requests, "request", "requests") + " under load, both sides together.";
        return Optional.of(new Highlight(null, "Errors", text, "performance"));
    }

    private static Optional<Highlight> slowest(Result result) {
        return result.measurements().stream()
                .filter(measurement -> measurement.operation().isEmpty() && measurement.response() != null)
                .max(Comparator.comparing(measurement -> measurement.response().p95()))
                .map(Measurement::scenario)
                .flatMap(scenario -> both(
                        result.measurements(),
                        Measurement::implementation,
                        measurement -> measurement.scenario().equals(scenario)
                                && measurement.operation().isEmpty()
                                && measurement.response() != null))
                .map(pair -> new Highlight(
                        null,
                        "Response time",
                        "In the slowest scenario, " + pair.python().scenario()
                                + ", 95 % of requests are answered within "
                                + Figures.with("ms", pair.rust().response().p95()) + " by rust and "
                                + Figures.with("ms", pair.python().response().p95()) + " by python.",
                        "performance"));
    }

    private record Pair<T>(T python, T rust) {}

    private static <T> Optional<Pair<T>> both(List<T> all, Function<T, Implementation> side, Predicate<T> wanted) {
        Function<Implementation, Optional<T>> of = implementation -> all.stream()
                .filter(wanted)
                .filter(one -> side.apply(one) == implementation)
                .findFirst();
        return of.apply(Implementation.PYTHON)
                .flatMap(python -> of.apply(Implementation.RUST).map(rust -> new Pair<>(python, rust)));
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }
}

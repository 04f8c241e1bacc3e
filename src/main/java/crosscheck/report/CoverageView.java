package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.verdict.Interaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the functional checks covered of what both sides can do with each other and with a client.
 *
 * @param open interactions that are not matched on every side, a row each
 * @param matched the others
 */
public record CoverageView(String sentence, List<Row> open, List<Row> matched) {

    /**
     * One interaction on both sides.
     *
     * @param python {@code matched}, {@code differs} or {@code not attempted}; empty where it is none of python's
     * @param both the same of a step from one implementation to another, else empty
     */
    public record Row(String name, String python, String rust, String both, String reason) {
        private boolean isMatched() {
            return reason.isEmpty();
        }
    }

    static CoverageView of(List<Interaction> interactions) {
        Map<String, List<Interaction>> byName = interactions.stream()
                .collect(Collectors.groupingBy(Interaction::name, LinkedHashMap::new, Collectors.toList()));
        List<Row> rows = byName.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
        return new CoverageView(
                sentence(interactions),
                rows.stream().filter(row -> !row.isMatched()).toList(),
                rows.stream().filter(Row::isMatched).toList());
    }

    public boolean isEmpty() {
        return open.isEmpty() && matched.isEmpty();
    }

    private static String sentence(List<Interaction> interactions) {
        long matched = interactions.stream().filter(Interaction::matched).count();
        long attempted = interactions.stream().filter(Interaction::attempted).count();
        double share = interactions.isEmpty() ? 0 : 100.0 * matched / interactions.size();
        return Figures.count(matched) + " of " + Figures.counted(interactions.size(), "interaction", "interactions")
                + " matched (" + Figures.with("%", share) + "), " + Figures.count(attempted) + " attempted.";
    }

    private static Row row(String name, List<Interaction> sides) {
        return new Row(
                name,
                state(sides, Implementation.PYTHON.id()),
                state(sides, Implementation.RUST.id()),
                state(sides, "both"),
                sides.stream()
                        .map(Interaction::reason)
                        .filter(reason -> !reason.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static String state(List<Interaction> sides, String side) {
        return sides.stream()
                .filter(interaction -> interaction.implementation().equals(side))
                .findFirst()
                .map(interaction ->
                        interaction.matched() ? "matched" : interaction.attempted() ? "differs" : "not attempted")
                .orElse("");
    }
}

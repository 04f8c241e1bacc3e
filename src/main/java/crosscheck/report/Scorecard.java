package crosscheck.report;

import crosscheck.verdict.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A category with its rows and their combined answer.
 *
 * @param asked rows that were asked, the gravest first
 * @param skipped rows that were not, with their reasons
 */
public record Scorecard(Category category, List<GateRow> asked, List<GateRow> skipped) {

    /** The categories that any gate belongs to. */
    static List<Scorecard> of(List<GateRow> rows) {
        return Arrays.stream(Category.values())
                .map(category -> of(category, rows))
                .filter(card -> !card.asked.isEmpty() || !card.skipped.isEmpty())
                .toList();
    }

    private static Scorecard of(Category category, List<GateRow> rows) {
        List<GateRow> own =
                rows.stream().filter(row -> row.category() == category).toList();
        return new Scorecard(
                category,
                own.stream()
                        .filter(GateRow::asked)
                        .sorted(Comparator.comparing(GateRow::verdict).reversed())
                        .toList(),
                own.stream().filter(row -> !row.asked()).toList());
    }

    public Verdict verdict() {
        return asked.stream()
                .map(GateRow::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.SKIPPED);
    }

    /** How many of the questions that were asked were answered well: {@code 4 of 6 gates pass}. */
    public String score() {
        if (asked.isEmpty()) {
            return "not asked";
        }
        long passed =
                asked.stream().filter(row -> row.verdict() == Verdict.PASS).count();
        return passed + " of " + Figures.counted(asked.size(), "gate passes", "gates pass");
    }
}

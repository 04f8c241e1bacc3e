package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.verdict.Gate;
import crosscheck.verdict.ResourceSummary;
import crosscheck.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A result in Markdown, for the comment on a pull request or the summary of a job. */
final class Summary {
    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_{}\\[\\]#|~@!])");
    private static final int MOST_FINDINGS = 10;

    private Summary() {}

    static String of(Page page) {
        StringBuilder text = new StringBuilder();
        text.append("## May we switch? ")
                .append(escaped(page.answer().sentence()))
                .append("\n\n");
        text.append(escaped(page.result().headline())).append("\n\n");
        notes(page, text);
        page.highlights().forEach(highlight -> text.append("1. **")
                .append(escaped(highlight.title()))
                .append("** (")
                .append(
                        highlight.verdict() == null
                                ? "figure"
                                : highlight.verdict().id())
                .append("): ")
                .append(escaped(highlight.text()))
                .append('\n'));
        if (!page.scorecards().isEmpty()) {
            categories(page, text);
            gates(page, text);
            costs(page, text);
        }
        findings(page, text);
        text.append("\nReport: `").append(page.run().name().replace('`', '\'')).append("/index.html`\n");
        return text.toString();
    }

    private static void notes(Page page, StringBuilder text) {
        if (!page.run().standIns().isEmpty()) {
            text.append("> Stand-ins were measured, not the real services.\n\n");
        }
        page.run()
                .sameOnBothSides()
                .ifPresent(side -> text.append("> A/A: ").append(side).append(" played both sides.\n\n"));
    }

    private static void categories(Page page, StringBuilder text) {
        text.append("\n| Category | Verdict | Gates |\n|---|---|---|\n");
        page.scorecards().forEach(card -> row(text, card.category().title(), mark(card.verdict()), card.score()));
    }

    private static void gates(Page page, StringBuilder text) {
        text.append("\n<details><summary>Gates</summary>\n\n");
        text.append("| Gate | Verdict | python | rust | Limit |\n|---|---|---|---|---|\n");
        page.rows().stream()
                .filter(GateRow::asked)
                .forEach(row -> row(
                        text,
                        row.id(),
                        mark(row.verdict()),
                        row.relative().map(Summary::value).orElseGet(() -> value(row, Implementation.PYTHON)),
                        row.relative().isPresent() ? "" : value(row, Implementation.RUST),
                        row.threshold()));
        text.append("\n</details>\n");
    }

    private static void costs(Page page, StringBuilder text) {
        List<ResourceSummary> measured = page.result().resources().stream()
                .filter(side -> side.cpuSecondsPerThousand() != null)
                .toList();
        if (measured.isEmpty()) {
            return;
        }
        text.append("\n| A thousand requests cost | CPU seconds | memory, MiB minutes |\n|---|---|---|\n");
        measured.forEach(side -> row(
                text,
                side.implementation().id(),
                Figures.perThousand(side.cpuSecondsPerThousand()),
                Figures.perThousand(side.memoryMibMinutesPerThousand())));
    }

    private static void findings(Page page, StringBuilder text) {
        if (page.findings().isEmpty()) {
            return;
        }
        text.append("\n| Finding | Kind | Where | Status |\n|---|---|---|---|\n");
        page.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> row(
                        text,
                        finding.id(),
                        finding.kind(),
                        (finding.operation() + " " + finding.path()).strip(),
                        finding.status()));
        text.append("\nOne of them again, alone: `mvn gatling:test -Dcrosscheck.replay=<finding>`\n");
        int more = page.findings().size() - MOST_FINDINGS;
        if (more > 0) {
            text.append("\n")
                    .append(Figures.counted(more, "more finding", "more findings"))
                    .append(".\n");
        }
    }

    private static void row(StringBuilder text, String... cells) {
        for (String cell : cells) {
            text.append("| ").append(escaped(cell)).append(' ');
        }
        text.append("|\n");
    }

    private static String value(GateRow row, Implementation side) {
        Optional<Gate> gate = row.of(side);
        return gate.map(Summary::value).orElse("");
    }

    private static String value(Gate gate) {
        return Figures.with(gate.unit(), gate.observed());
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✅ pass";
            case FAIL -> "❌ fail";
            case INCONCLUSIVE -> "❓ inconclusive";
            case SKIPPED -> "➖ skipped";
            case ERROR -> "⛔ error";
        };
    }

    /** The text as it is, whatever it holds: no markup, no mention, no new line. */
    private static String escaped(String text) {
        String line = text == null ? "" : text.replaceAll("\\R", " ");
        return MARKUP.matcher(line)
                .replaceAll("\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}

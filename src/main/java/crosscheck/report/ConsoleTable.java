package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The gates as lines of at most {@link #WIDTH} characters, a line a gate with both sides in it; ends with the verdict. */
public final class ConsoleTable {
    public static final int WIDTH = 100;

    private static final String ROW = "%-41s %-41s %s";
    private static final int GATE_WIDTH = 41;
    private static final int SIDE_WIDTH = 20;
    private static final int LIMIT_WIDTH = WIDTH - GATE_WIDTH - 2 * SIDE_WIDTH - 3;
    private static final String INDENT = "    ";

    private ConsoleTable() {}

    /** The whole table of a result without a report; its last line is {@code crosscheck: <verdict>}. */
    public static String of(Result result) {
        return of(result, List.of());
    }

    /** The whole table, with where the report is; its last line is {@code crosscheck: <verdict>}. */
    public static String of(Result result, RunFolder folder) {
        return of(result, List.of("report: " + folder.path().resolve("index.html")));
    }

    private static String of(Result result, List<String> remarks) {
        List<String> lines = new ArrayList<>();
        List<GateRow> rows = GateRow.of(result.gates());
        if (!rows.isEmpty()) {
            lines.add(row("gate", "python", "rust", "limit"));
            lines.add("-".repeat(WIDTH));
            Map<String, String> said = new HashMap<>();
            rows.stream().filter(GateRow::asked).forEach(row -> append(row, said, lines));
            long skipped = rows.stream().filter(row -> !row.asked()).count();
            if (skipped > 0) {
                lines.add(Figures.counted(skipped, "gate", "gates") + " skipped; the report says why");
            }
            lines.add("-".repeat(WIDTH));
        }
        if (result.message() == null) {
            wrap(result.headline(), "", lines);
        } else {
            lines.add(result.message());
        }
        lines.addAll(remarks);
        lines.add(lastLine(result));
        return String.join(System.lineSeparator(), lines);
    }

    /** What a script looks for at the end of the output. */
    public static String lastLine(Result result) {
        return "crosscheck: " + result.lastLine();
    }

    /** @param said gates by the reasons that were told with them, each of which is told once */
    private static void append(GateRow row, Map<String, String> said, List<String> lines) {
        lines.add(row.relative()
                .map(gate -> row(row.id(), cell(gate), abbreviated(row.threshold())))
                .orElseGet(() -> row(
                        row.id(),
                        cell(row, Implementation.PYTHON),
                        cell(row, Implementation.RUST),
                        abbreviated(row.threshold()))));
        row.gates().stream()
                .filter(gate -> gate.verdict().compareTo(Verdict.PASS) > 0)
                .forEach(gate -> {
                    String first = said.putIfAbsent(gate.reason(), gate.id());
                    String reason = first == null ? gate.reason() : "as said of " + first;
                    wrap(gate.implementation() == null ? reason : gate.implementation() + ": " + reason, INDENT, lines);
                });
    }

    private static String cell(GateRow row, Implementation side) {
        return row.of(side).map(ConsoleTable::cell).orElse("");
    }

    private static String cell(Gate gate) {
        String word = gate.verdict() == Verdict.FAIL ? "FAIL" : gate.verdict().id();
        return gate.observed() == null ? word : word + " " + abbreviated(Figures.with(gate.unit(), gate.observed()));
    }

    private static String row(String gate, String python, String rust, String limit) {
        String sides =
                String.format(Locale.ROOT, "%-20s %-20s", shortened(python, SIDE_WIDTH), shortened(rust, SIDE_WIDTH));
        return row(gate, sides, limit);
    }

    private static String row(String gate, String sides, String limit) {
        return String.format(
                        Locale.ROOT,
                        ROW,
                        shortened(gate, GATE_WIDTH),
                        shortened(sides, 2 * SIDE_WIDTH + 1),
                        shortened(limit, LIMIT_WIDTH))
                .stripTrailing();
    }

    private static String abbreviated(String value) {
        return value.replace("requests/s", "/s");
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 2) + "..";
    }

    private static void wrap(String text, String indent, List<String> lines) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split("\\s+|(?<=\\G\\S{" + (WIDTH - indent.length()) + "})")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(indent.length());
            }
            if (line.length() > indent.length()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
    }
}

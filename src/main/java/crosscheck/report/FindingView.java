package crosscheck.report;

import crosscheck.verdict.Finding;
import java.util.Comparator;
import java.util.List;

/**
 * A finding as the page lists it, both sides cut where they differ. Components as in {@link Finding}.
 *
 * @param python what python showed, or {@code null}
 * @param rust what rust showed, or {@code null}
 * @param check the first check that showed it, or {@code null}
 * @param at where in that check
 */
public record FindingView(
        String id,
        String kind,
        String operation,
        String path,
        String suite,
        String status,
        String side,
        long occurrences,
        String rule,
        Side python,
        Side rust,
        String check,
        String at,
        String pythonCurl,
        String rustCurl,
        String replay) {
    /** A page of as many findings as one likes stays small enough to open. */
    private static final int ALL_TOGETHER = 8_000_000;

    private static final int LONGEST = 4_000;
    private static final int SHORTEST = 200;
    private static final String CUT = "… ";
    private static final List<String> GRAVITY = List.of("open", "accepted", "noted");

    /**
     * What one side showed, in three parts: alike, different, alike.
     *
     * @param omitted characters left out, before and behind
     */
    public record Side(String before, String different, String after, int omitted) {}

    /** The gravest first, and what was seen most often; the more there are, the less of each. */
    static List<FindingView> of(List<Finding> findings) {
        int longest = Math.max(SHORTEST, Math.min(LONGEST, ALL_TOGETHER / (6 * Math.max(1, findings.size()))));
        return findings.stream()
                .sorted(Comparator.comparingInt((Finding finding) -> GRAVITY.indexOf(finding.status()))
                        .thenComparing(
                                Comparator.comparingLong(Finding::occurrences).reversed()))
                .map(finding -> of(finding, longest))
                .toList();
    }

    static FindingView of(Finding finding, int longest) {
        String python = finding.python();
        String rust = finding.rust();
        int prefix = python == null || rust == null ? 0 : commonPrefix(python, rust);
        int suffix = python == null || rust == null ? 0 : commonSuffix(python, rust, prefix);
        Finding.Example example =
                finding.example() == null ? new Finding.Example(null, null, null, null, null) : finding.example();
        return new FindingView(
                finding.id(),
                finding.kind(),
                finding.operation(),
                finding.path(),
                finding.suite(),
                finding.status(),
                finding.side(),
                finding.occurrences(),
                finding.rule(),
                side(python, prefix, suffix, longest),
                side(rust, prefix, suffix, longest),
                example.check(),
                example.path(),
                example.pythonCurl(),
                example.rustCurl(),
                example.replay());
    }

    /** Fragment identifier of the finding on the page. */
    public String anchor() {
        return "finding-" + id;
    }

    private static Side side(String text, int prefix, int suffix, int longest) {
        if (text == null) {
            return null;
        }
        int end = text.length() - suffix;
        int from = Math.max(0, prefix - longest);
        int differentTo = Math.min(end, prefix + longest);
        int to = Math.min(text.length(), Math.max(end, differentTo) + longest);
        boolean whole = differentTo == end;
        return new Side(
                (from > 0 ? CUT : "") + text.substring(from, prefix),
                text.substring(prefix, differentTo) + (whole ? "" : CUT),
                text.substring(end, to) + (to < text.length() ? CUT : ""),
                from + (end - differentTo) + (text.length() - to));
    }

    private static int commonPrefix(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        int length = 0;
        while (length < shorter && left.charAt(length) == right.charAt(length)) {
            length++;
        }
        return length > 0 && Character.isHighSurrogate(left.charAt(length - 1)) ? length - 1 : length;
    }

    private static int commonSuffix(String left, String right, int prefix) {
        int shorter = Math.min(left.length(), right.length()) - prefix;
        int length = 0;
        while (length < shorter
                && left.charAt(left.length() - 1 - length) == right.charAt(right.length() - 1 - length)) {
            length++;
        }
        return length > 0 && Character.isLowSurrogate(left.charAt(left.length() - length)) ? length - 1 : length;
    }
}

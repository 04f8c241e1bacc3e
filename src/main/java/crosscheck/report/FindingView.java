package crosscheck.report;

import crosscheck.verdict.Finding;

/**
 * A finding with both sides cut where they differ.
 *
 * @param python what python showed
 * @param rust what rust showed
 */
public record FindingView(Finding finding, Side python, Side rust) {
    private static final int LONGEST = 4_000;

    /**
     * What one side showed, in three parts: alike, different, alike.
     *
     * @param present whether the side showed anything
     * @param omitted characters left out at the end
     */
    public record Side(boolean present, String before, String different, String after, int omitted) {}

    static FindingView of(Finding finding) {
        String python = finding.python();
        String rust = finding.rust();
        int prefix = python == null || rust == null ? 0 : commonPrefix(python, rust);
        int suffix = python == null || rust == null ? 0 : commonSuffix(python, rust, prefix);
        return new FindingView(finding, side(python, prefix, suffix), side(rust, prefix, suffix));
    }

    public String anchor() {
        return "finding-" + finding.id();
    }

    private static Side side(String text, int prefix, int suffix) {
        if (text == null) {
            return new Side(false, "", "", "", 0);
        }
        int end = text.length() - suffix;
        String before = text.substring(0, prefix);
        String different = text.substring(prefix, end);
        String after = text.substring(end);
        int keptBefore = Math.min(before.length(), LONGEST);
        int keptDifferent = Math.min(different.length(), LONGEST);
        int keptAfter = Math.min(after.length(), Math.max(0, LONGEST - keptDifferent));
        return new Side(
                true,
                before.substring(before.length() - keptBefore),
                different.substring(0, keptDifferent),
                after.substring(0, keptAfter),
                text.length() - keptBefore - keptDifferent - keptAfter);
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

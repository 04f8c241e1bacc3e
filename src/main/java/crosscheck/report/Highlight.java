package crosscheck.report;

import crosscheck.verdict.Verdict;

/**
 * One thing that a reader must know.
 *
 * @param title a few words
 * @param text one or two sentences
 * @param anchor fragment identifier of where the evidence is
 */
public record Highlight(Verdict verdict, String title, String text, String anchor) {}

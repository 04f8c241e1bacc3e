package crosscheck.report;

import crosscheck.verdict.Verdict;

/**
 * One thing that a reader must know.
 *
 * @param verdict of the gate it is about, or {@code null} for a plain figure
 * @param title a few words
 * @param text one or two sentences
 * @param anchor fragment identifier of where the evidence is
 */
public record Highlight(Verdict verdict, String title, String text, String anchor) {}

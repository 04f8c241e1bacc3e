package crosscheck.verdict;

import java.util.List;

/**
 * What one functional check came to, over all that played it.
 *
 * @param id the check's id
 * @param suite the gate that its differences count against
 * @param verdict {@link Verdict#FAIL} with an open finding, {@link Verdict#SKIPPED} where nothing was found but not every
 *     cast played it or none came to its end, else {@link Verdict#PASS}
 * @param casts who played it and how, the reference first
 * @param findings ids of the findings that it showed
 * @param reason why it was not played, or not by all, or by none to its end; empty where it was
 */
public record CheckOutcome(
        String id, String suite, Verdict verdict, List<Cast> casts, List<String> findings, String reason) {

    /**
     * One play of the check.
     *
     * @param name {@code python}, {@code rust}, or that of a mix
     * @param statuses of its answers in the order of its requests; 0 for none
     * @param ended empty, or why its last steps were not taken
     */
    public record Cast(String name, List<Integer> statuses, String ended) {}
}

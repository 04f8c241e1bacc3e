package crosscheck.verdict;

import crosscheck.contract.Implementation;

/**
 * A question with its answer and the evidence.
 *
 * @param id as in {@code docs/gates.md}, for example {@code load.queue-assignment.p95}
 * @param suite the suite it belongs to: {@code load}, {@code response-time}, {@code invariants}, {@code resources}, {@code run}, ...
 * @param implementation whose, or {@code null} for a gate on the relation of both
 * @param verdict the answer
 * @param observed the measured value, or {@code null} where nothing was measured
 * @param threshold the limit as a reader would write it, for example {@code < 1000}
 * @param unit of observed and threshold: {@code ms}, {@code %}, {@code requests/s}, {@code ratio}, {@code findings}, ...
 * @param samples how many observations the value rests on
 * @param reason why this verdict, one sentence; never empty unless the verdict is pass
 */
public record Gate(
        String id,
        String suite,
        Implementation implementation,
        Verdict verdict,
        Double observed,
        String threshold,
        String unit,
        long samples,
        String reason) {}

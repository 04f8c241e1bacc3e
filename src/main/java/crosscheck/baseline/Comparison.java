package crosscheck.baseline;

/**
 * One metric of a candidate against the stored runs. Changes are shares of the value before (0.1: a tenth more), of an error
 * rate percentage points; {@code null} where there was too little to say.
 *
 * @param before the stored runs' value, in the measure's unit
 * @param now the candidate's
 * @param change from the one to the other: with five runs or more Hodges and Lehmann's shift, else of the means
 * @param lower lower end of its interval at the level that the number of gates asks
 * @param upper its upper end
 * @param dominance Cliff's delta, -1..1
 * @param pValue of Mann and Whitney's test; {@code null} with fewer than five runs of the candidate
 * @param detectable the change that these runs would have found nineteen times in twenty
 * @param stored runs that it was compared with
 * @param candidates runs of the candidate
 * @param reason the outcome in one sentence
 */
public record Comparison(
        Metric metric,
        Outcome outcome,
        Double before,
        Double now,
        Double change,
        Double lower,
        Double upper,
        Double dominance,
        Double pValue,
        Double detectable,
        int stored,
        int candidates,
        String reason) {

    static Comparison inconclusive(Metric metric, int stored, int candidates, String reason) {
        return new Comparison(
                metric,
                Outcome.INCONCLUSIVE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                stored,
                candidates,
                reason);
    }
}

package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.observation.Outcome;
import java.util.List;
import java.util.Map;

/**
 * What clients saw of one implementation in one scenario, over all judged phases.
 *
 * @param operation the contract's operation; empty: all operations of the scenario together
 * @param requests how many were sent
 * @param outcomes how many of each; outcomes that did not occur are absent
 * @param falseEmpties "queue empty" answers while an item was there; they are errors
 * @param errors every request but successes and legitimate "queue empty" answers
 * @param response from sending to the complete answer; {@code null} without requests
 * @param latency from the planned arrival to the complete answer; {@code null} without requests
 * @param rate successes a second within the blocks, the first and last 2.5 % of a block's completions trimmed;
 *     {@code null} where there were too few to say
 * @param targetRate planned arrivals a second; {@code null} in closed scenarios
 * @param series what was completed second by second
 */
public record Measurement(
        Implementation implementation,
        String scenario,
        String operation,
        long requests,
        Map<Outcome, Long> outcomes,
        long falseEmpties,
        long errors,
        Latency response,
        Latency latency,
        Double rate,
        Double targetRate,
        List<Second> series) {

    /**
     * @param second whole seconds since the run's epoch
     * @param successes requests that succeeded in it
     * @param others answers and deadlines of any other outcome
     */
    public record Second(long second, long successes, long others) {}

    /** Share of requests that were errors, 0..1; 0 without requests. */
    public double errorRate() {
        return requests == 0 ? 0 : (double) errors / requests;
    }
}

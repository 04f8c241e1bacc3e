package crosscheck.capacity;

/**
 * A stretch at one rate, in figures of the arrivals that were planned after its lead-in. Latencies count from the planned
 * arrival; a request without an answer counts at its deadline.
 *
 * @param phase {@link crosscheck.observation.Phase#index()}
 * @param rate planned arrivals a second
 * @param requests arrivals that were judged
 * @param achieved successes completed a second
 * @param p50 milliseconds
 * @param p95 milliseconds
 * @param p99 milliseconds
 * @param errorRate share of arrivals that did not succeed, 0..1
 * @param late share of arrivals that the generator started late although a virtual user was free, 0..1
 * @param waited share of arrivals that found no virtual user free, 0..1
 * @param hostBusy share of the generator's host that was busy, 0..1; {@code null} where it was not sampled
 * @param generatorCores processors that the generator kept busy; {@code null} where it was not sampled
 * @param held whether the rate was held within the limits
 * @param reason why not; empty where it was held
 */
public record Step(
        int phase,
        double rate,
        long requests,
        double achieved,
        double p50,
        double p95,
        double p99,
        double errorRate,
        double late,
        double waited,
        Double hostBusy,
        Double generatorCores,
        boolean held,
        String reason) {

    /** The same with what its host was busy with. */
    public Step on(Double busy, Double cores) {
        return new Step(
                phase, rate, requests, achieved, p50, p95, p99, errorRate, late, waited, busy, cores, held, reason);
    }
}

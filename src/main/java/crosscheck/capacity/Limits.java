package crosscheck.capacity;

import crosscheck.configuration.Settings;
import crosscheck.configuration.Thresholds;

/**
 * What it means to hold a rate: of each interaction 95 % of the arrivals are answered within {@code p95Millis} of their
 * planned time and fewer than {@code errorRate} fail, and successes are completed at {@code throughput} of the rate or more.
 *
 * @param lateMicros by how much an arrival may start after its plan and still count as on time
 * @param leadInSeconds at the beginning of a stretch, in which nothing is judged
 * @param users virtual users, so many requests can be under way
 */
public record Limits(
        double p95Millis, double errorRate, double throughput, long lateMicros, double leadInSeconds, int users) {

    public static Limits of(Thresholds thresholds, Settings.Capacity capacity) {
        return new Limits(
                thresholds.load().p95Millis(),
                thresholds.load().errorRate(),
                thresholds.load().throughputShare(),
                thresholds.run().late().toNanos() / 1_000,
                capacity.leadIn().toMillis() / 1e3,
                capacity.users());
    }
}

package crosscheck.verdict;

/**
 * One statistic of one operation on both sides, compared over paired blocks.
 *
 * @param operation the contract's operation
 * @param statistic {@code mean}, {@code p50}, {@code p95} or {@code p99}
 * @param pairs paired blocks
 * @param python mean over its blocks, milliseconds
 * @param rust mean over its blocks, milliseconds
 * @param difference rust minus python, milliseconds
 * @param lower lower end of the difference's confidence interval; {@code null} with fewer than two pairs
 * @param upper upper end
 * @param margin by how much rust may be slower and still be called equal, milliseconds
 */
public record Comparison(
        String operation,
        String statistic,
        int pairs,
        double python,
        double rust,
        double difference,
        Double lower,
        Double upper,
        double margin) {}

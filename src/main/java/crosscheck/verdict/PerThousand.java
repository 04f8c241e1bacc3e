package crosscheck.verdict;

/**
 * What a thousand requests cost.
 *
 * @param value over all blocks together
 * @param lower lower end of its interval over the blocks; {@code null} with fewer than two
 * @param upper upper end
 * @param blocks blocks that were measured
 */
public record PerThousand(double value, Double lower, Double upper, int blocks) {}

package crosscheck.capacity;

/**
 * A value with its uncertainty.
 *
 * @param value the median
 * @param lower the interval's lower end
 * @param upper the interval's upper end; {@code null} where the search went no higher, so that the value is "at least"
 */
public record Estimate(double value, double lower, Double upper) {}

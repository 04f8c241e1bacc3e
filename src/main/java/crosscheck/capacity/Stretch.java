package crosscheck.capacity;

/**
 * Arrivals at one rate.
 *
 * @param rate of both interactions together, a second
 * @param seconds planned duration
 */
public record Stretch(double rate, double seconds) {}

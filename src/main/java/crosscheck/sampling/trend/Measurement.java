package crosscheck.sampling.trend;

/**
 * One measured value.
 *
 * @param minute when, in minutes from any origin
 * @param value in the unit of the resource
 */
public record Measurement(double minute, double value) {}

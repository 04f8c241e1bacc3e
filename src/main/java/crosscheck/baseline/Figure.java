package crosscheck.baseline;

/**
 * One number of one run.
 *
 * @param value in the measure's unit
 * @param samples requests or readings that it rests on
 */
public record Figure(Metric metric, double value, long samples) {}

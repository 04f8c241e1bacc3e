package crosscheck.capacity;

/**
 * What one phase says of a capacity.
 *
 * @param rate arrivals a second
 * @param held whether they were held within the limits
 */
record Trial(double rate, boolean held) {}

package crosscheck.capacity;

import java.util.List;

/**
 * What a search came to.
 *
 * @param capacity arrivals a second; {@code null} where the steps do not tell
 * @param remark what the reader must know of it: that it is "at least", or why it is not known; else empty
 * @param steps in the order in which they were played
 */
public record Searched(Estimate capacity, String remark, List<Step> steps) {}

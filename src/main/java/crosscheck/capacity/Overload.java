package crosscheck.capacity;

/**
 * A stretch beyond capacity and, without a pause, the time after it.
 *
 * @param during the stretch beyond capacity
 * @param after the stretch that follows, at a rate that had been held
 * @param watchedSeconds how long it was watched afterwards
 * @param recoverySeconds from the end of the overload until the arrivals of every half second were within the limits
 *     again; {@code null} where that did not happen
 * @param violations of the invariants in all of it: what was lost, doubled or passed over
 */
public record Overload(Step during, Step after, double watchedSeconds, Double recoverySeconds, long violations) {}

package crosscheck.capacity;

import crosscheck.contract.Implementation;
import java.util.List;

/**
 * What the search for capacity found; part of a run's result. Rates are arrivals a second of both interactions together.
 *
 * @param ratio rust over python; {@code null} where one of them is not known
 * @param confidence of every interval
 * @param generator what the generator itself can do, against a server that does nothing
 * @param sides python first
 */
public record Capacity(Estimate ratio, double confidence, Searched generator, List<Side> sides) {

    /** @param overload {@code null} where it was not played */
    public record Side(Implementation implementation, Searched search, Overload overload) {}
}

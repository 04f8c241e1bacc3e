package crosscheck.sampling;

import java.util.Set;

/** Finds the processes below others. */
@FunctionalInterface
interface Descendants {
    /** The roots that live and all processes below them. */
    Set<Long> withRoots(Set<Long> roots);

    /** The cheapest way on this host. */
    static Descendants ofThisHost() {
        return ProcDescendants.available() ? new ProcDescendants() : new HandleDescendants();
    }
}

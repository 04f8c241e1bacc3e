package crosscheck.sampling;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The processes of one implementation, found again at every sample. */
final class Side {
    private final Supplier<Set<Long>> roots;
    private final Descendants descendants = Descendants.ofThisHost();
    private final ProcessTree tree;
    private Set<Long> pids = Set.of();

    Side(Supplier<Set<Long>> roots, ProcessTree tree) {
        this.roots = roots;
        this.tree = tree;
    }

    /** Nothing where the roots are not known. */
    Optional<TreeReading> read(boolean proportional) {
        Set<Long> known = roots.get();
        pids = known.isEmpty() ? Set.of() : descendants.withRoots(known);
        return known.isEmpty() ? Optional.empty() : Optional.of(tree.read(pids, proportional));
    }

    /** The processes at the last reading. */
    Set<Long> pids() {
        return pids;
    }
}

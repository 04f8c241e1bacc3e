package crosscheck.sampling;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** By {@link ProcessHandle}, which reads every process of the host at each call. */
final class HandleDescendants implements Descendants {
    @Override
    public Set<Long> withRoots(Set<Long> roots) {
        Set<Long> found = new HashSet<>();
        roots.stream().map(ProcessHandle::of).flatMap(Optional::stream).forEach(root -> {
            found.add(root.pid());
            root.descendants().map(ProcessHandle::pid).forEach(found::add);
        });
        return found;
    }
}

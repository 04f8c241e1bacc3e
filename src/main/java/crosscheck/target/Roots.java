package crosscheck.target;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The processes from which the trees of a target hang.
 *
 * @param pids process ids on this machine; empty where they are not known
 * @param unknown why they are not (all) known; empty where they are
 */
public record Roots(Set<Long> pids, String unknown) {

    static Roots known(Set<Long> pids) {
        return new Roots(pids, "");
    }

    static Roots unknown(String reason) {
        return new Roots(Set.of(), reason);
    }

    public boolean areKnown() {
        return unknown.isEmpty();
    }

    Roots and(Roots other) {
        Set<Long> all = new LinkedHashSet<>(pids);
        all.addAll(other.pids);
        return new Roots(all, unknown.isEmpty() ? other.unknown : unknown);
    }
}

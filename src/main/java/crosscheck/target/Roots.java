package crosscheck.target;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The processes from which the trees of a target hang.
 *
 * @param pids process ids on this machine; empty where they are not known
 * @param unknown why they are not (all) known; empty where they are
 * @param areHere whether some that are not known may run on this machine all the same
 */
public record Roots(Set<Long> pids, String unknown, boolean areHere) {

    static Roots known(Set<Long> pids) {
        return new Roots(pids, "", false);
    }

    static Roots unknown(String reason) {
        return new Roots(Set.of(), reason, false);
    }

    /** Not known, though on this machine. */
    static Roots outOfSight(String reason) {
        return new Roots(Set.of(), reason, true);
    }

    public boolean areKnown() {
        return unknown.isEmpty();
    }

    Roots and(Roots other) {
        Set<Long> all = new LinkedHashSet<>(pids);
        all.addAll(other.pids);
        return new Roots(all, unknown.isEmpty() ? other.unknown : unknown, areHere || other.areHere);
    }
}

package crosscheck.sampling;

import crosscheck.contract.Implementation;
import crosscheck.sampling.DatabaseReading.Session;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says whose a database session is: by {@code application_name} as the contract sets it, else by the process on this
 * machine that holds the client's end of the connection. Who holds it is looked up once in a session's life.
 */
final class SessionOwners {
    /** Finds the local TCP ports that processes hold open. */
    @FunctionalInterface
    interface LocalPorts {
        Set<Integer> heldBy(Collection<Long> pids);
    }

    private enum Owner {
        PYTHON,
        RUST,
        HARNESS,
        STRANGER;

        static Owner of(Implementation side) {
            return side == Implementation.PYTHON ? PYTHON : RUST;
        }
    }

    private final LocalPorts ports;
    private final long harness;
    private Map<String, Owner> known = new HashMap<>();

    /** @param harness the process whose sessions are no side's, unless their name says so */
    SessionOwners(LocalPorts ports, long harness) {
        this.ports = ports;
        this.harness = harness;
    }

    /**
     * Counts the sessions of both sides. A side without any is unknown, not 0, while there are some that might be its.
     *
     * @param processes the processes of each side, none where they are not known
     */
    Map<Implementation, SessionCount> count(List<Session> sessions, Map<Implementation, Set<Long>> processes) {
        Map<String, Owner> owners = new HashMap<>();
        for (Session session : sessions) {
            Owner named = byName(session.applicationName());
            owners.put(session.key(), named == Owner.STRANGER ? known.getOrDefault(session.key(), named) : named);
        }
        List<Session> unseen = sessions.stream()
                .filter(session -> owners.get(session.key()) == Owner.STRANGER && !known.containsKey(session.key()))
                .toList();
        if (!unseen.isEmpty()) {
            Map<Integer, Owner> holders = holders(processes);
            unseen.forEach(
                    session -> owners.put(session.key(), holders.getOrDefault(session.clientPort(), Owner.STRANGER)));
        }
        known = owners;
        Map<Implementation, SessionCount> counts = new EnumMap<>(Implementation.class);
        for (Implementation side : Implementation.values()) {
            List<Session> own = of(side, sessions);
            boolean unsure = own.isEmpty() && owners.containsValue(Owner.STRANGER);
            counts.put(side, unsure ? SessionCount.UNKNOWN : SessionCount.of(own));
        }
        return counts;
    }

    /** Those of a side among sessions that have been counted. */
    List<Session> of(Implementation side, List<Session> sessions) {
        return sessions.stream()
                .filter(session -> known.get(session.key()) == Owner.of(side))
                .toList();
    }

    private Map<Integer, Owner> holders(Map<Implementation, Set<Long>> processes) {
        Map<Integer, Owner> holders = new HashMap<>();
        ports.heldBy(Set.of(harness)).forEach(port -> holders.put(port, Owner.HARNESS));
        processes.forEach((side, pids) -> ports.heldBy(pids).forEach(port -> holders.put(port, Owner.of(side))));
        return holders;
    }

    private static Owner byName(String applicationName) {
        for (Implementation side : Implementation.values()) {
            if (side.applicationName().equals(applicationName)) {
                return Owner.of(side);
            }
        }
        return Owner.STRANGER;
    }
}

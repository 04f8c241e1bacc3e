package crosscheck.sampling;

import crosscheck.sampling.DatabaseReading.Session;
import java.util.List;

/** One side's database sessions; {@code null} where it cannot be said whose they are, or what they do. */
record SessionCount(Integer connections, Integer idleInTransaction, Integer waitingOnLocks) {
    static final SessionCount UNKNOWN = new SessionCount(null, null, null);

    boolean areKnown() {
        return connections != null;
    }

    static SessionCount of(List<Session> sessions) {
        if (sessions.stream().anyMatch(session -> session.state() == null)) {
            return new SessionCount(sessions.size(), null, null);
        }
        return new SessionCount(
                sessions.size(),
                (int) sessions.stream().filter(Session::idleInTransaction).count(),
                (int) sessions.stream().filter(Session::waitsForLock).count());
    }
}

package crosscheck.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import crosscheck.sampling.DatabaseReading.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionOwnersTest {
    private static final long HARNESS = 1;
    private static final Map<Implementation, Set<Long>> PROCESSES =
            Map.of(Implementation.PYTHON, Set.of(10L), Implementation.RUST, Set.of(20L));
    private static final Map<Long, Integer> PORTS = Map.of(HARNESS, 40_001, 10L, 40_010, 20L, 40_020);

    private final List<Collection<Long>> lookUps = new ArrayList<>();
    private final SessionOwners owners = new SessionOwners(this::portsOf, HARNESS);

    @Test
    void countsByApplicationNameWithoutLookingAtProcesses() {
        Map<Implementation, SessionCount> counts = owners.count(
                List.of(
                        session("a", "crosscheck-python", 1, "idle in transaction", false),
                        session("b", "crosscheck-python", 2, "active", true),
                        session("c", "crosscheck-rust", 3, "idle", false)),
                PROCESSES);

        assertThat(counts.get(Implementation.PYTHON)).isEqualTo(new SessionCount(2, 1, 1));
        assertThat(counts.get(Implementation.RUST)).isEqualTo(new SessionCount(1, 0, 0));
        assertThat(lookUps).isEmpty();
    }

    @Test
    void attributesAnUnnamedSessionToTheProcessAtItsClientPort() {
        List<Session> sessions = List.of(session("a", "", 40_020, "idle", false));

        assertThat(owners.count(sessions, PROCESSES).get(Implementation.RUST).connections())
                .isEqualTo(1);

        lookUps.clear();
        assertThat(owners.count(sessions, PROCESSES).get(Implementation.RUST).connections())
                .isEqualTo(1);
        assertThat(lookUps).as("looked up once in a session's life").isEmpty();
    }

    @Test
    void doesNotKnowTheCountOfASideWhileThereAreSessionsThatMightBeIts() {
        Map<Implementation, SessionCount> counts = owners.count(
                List.of(
                        session("a", "crosscheck-python", 1, "idle", false),
                        session("b", "pgbouncer", 50_000, "idle", false)),
                PROCESSES);

        assertThat(counts.get(Implementation.PYTHON).connections()).isEqualTo(1);
        assertThat(counts.get(Implementation.RUST)).isEqualTo(SessionCount.UNKNOWN);
    }

    @Test
    void theHarnessesOwnSessionsAreNoSides() {
        Map<Implementation, SessionCount> counts =
                owners.count(List.of(session("a", "PostgreSQL JDBC Driver", 40_001, "idle", false)), PROCESSES);

        assertThat(counts.values()).containsOnly(new SessionCount(0, 0, 0));
    }

    @Test
    void knowsHowManyButNotWhatTheyDoWithoutTheRightToSeeIt() {
        Map<Implementation, SessionCount> counts =
                owners.count(List.of(session("a", "crosscheck-rust", 1, null, false)), PROCESSES);

        assertThat(counts.get(Implementation.RUST)).isEqualTo(new SessionCount(1, null, null));
    }

    private Set<Integer> portsOf(Collection<Long> pids) {
        lookUps.add(pids);
        Set<Integer> ports = new HashSet<>();
        pids.forEach(pid -> ports.add(PORTS.get(pid)));
        return ports;
    }

    private static Session session(String key, String name, int port, String state, boolean waits) {
        return new Session(key, name, port, state, waits);
    }
}

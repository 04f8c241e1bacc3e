package crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.RunError;
import crosscheck.check.Cast;
import crosscheck.check.Check;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.phase.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final List<Check> CATALOGUE = List.of(
            check("api/assign/200", "api.parity", true),
            check("api/assign/200/twice", "api.parity", false),
            check("data/runs", "data.parity", true));

    @Test
    void theGatePlaysTheCoreASuiteAllOfItsOwnAndLoadNone() {
        assertThat(ids(Scope.coreAndLoad(Scenario.WORKER_JOURNEY), "")).containsExactly("api/assign/200", "data/runs");
        assertThat(ids(Scope.suites("api.parity"), "")).containsExactly("api/assign/200", "api/assign/200/twice");
        assertThat(ids(Scope.load(Scenario.WORKER_JOURNEY), "")).isEmpty();
    }

    @Test
    void whatTheUserNamesIsPlayedAlone() {
        Scope scope = Scope.load(Scenario.WORKER_JOURNEY);
        assertThat(ids(scope, "api/assign/200")).containsExactly("api/assign/200");
        assertThat(ids(scope, "api/")).containsExactly("api/assign/200", "api/assign/200/twice");
        assertThatThrownBy(() -> ids(scope, "nothing"))
                .isInstanceOf(RunError.class)
                .hasMessageStartingWith("crosscheck.checks = nothing: ");
    }

    @Test
    void leaksAreAskedOfEachSideInOnePiece() throws Exception {
        Scope scope = Scope.leaks(Scenario.QUEUE_ASSIGNMENT, Scenario.WORKER_JOURNEY);
        Settings settings =
                Configuration.load(Map.of(), new Properties(), Set.of()).settings();

        List<String> phases = scope.phases(settings).stream()
                .map(phase -> phase.implementation() + " " + phase.kind() + " " + phase.seconds())
                .toList();
        assertThat(phases.subList(0, 11))
                .startsWith("python WARM_UP 6.0", "python LOAD 60.0")
                .containsOnlyOnce("python WARM_UP 6.0");
        assertThat(phases.subList(11, 22))
                .startsWith("rust WARM_UP 6.0", "rust LOAD 60.0")
                .containsOnlyOnce("rust WARM_UP 6.0");
        assertThat(phases).hasSize(22);
        assertThat(scope.asked(List.of("memory.ratio", "memory.gross-growth", "memory.leak")))
                .containsExactly("memory.ratio", "memory.leak", "connections.leak", "descriptors.leak", "threads.leak");
        assertThat(scope.sampled(settings.profile()).pssInterval()).hasSeconds(10);
    }

    private static List<String> ids(Scope scope, String named) {
        return scope.select(CATALOGUE, named).stream().map(Check::id).toList();
    }

    private static Check check(String id, String suite, boolean core) {
        return new Check(id, suite, core, Cast.EACH, List.of());
    }
}

package crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.RunError;
import crosscheck.check.Cast;
import crosscheck.check.Check;
import crosscheck.phase.Scenario;
import java.util.List;
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

    private static List<String> ids(Scope scope, String named) {
        return scope.select(CATALOGUE, named).stream().map(Check::id).toList();
    }

    private static Check check(String id, String suite, boolean core) {
        return new Check(id, suite, core, Cast.EACH, List.of());
    }
}

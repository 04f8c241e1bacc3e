package crosscheck.target;

import static crosscheck.contract.Service.PUBLISHER;
import static crosscheck.contract.Service.RUNNER;
import static crosscheck.contract.Service.SITE;
import static crosscheck.contract.Service.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.RunError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopologyTest {

    @Test
    void whatIsNeededStartsBefore() {
        Topology topology =
                Topology.of(Map.of(RUNNER, List.of(SITE), SITE, List.of(PUBLISHER), WORKER, List.of(RUNNER, SITE)));
        assertThat(topology.startOrder()).containsExactly(PUBLISHER, SITE, RUNNER, WORKER);
    }

    @Test
    void aCircleIsAConfigurationError() {
        assertThatThrownBy(() ->
                        Topology.of(Map.of(RUNNER, List.of(WORKER), WORKER, List.of(SITE), SITE, List.of(RUNNER))))
                .isInstanceOfSatisfying(
                        RunError.class, error -> assertThat(error.reason()).isEqualTo(RunError.Cause.CONFIGURATION))
                .hasMessageContaining("runner -> worker -> site -> runner");
    }
}

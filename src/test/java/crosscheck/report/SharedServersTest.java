package crosscheck.report;

import static crosscheck.contract.Implementation.PYTHON;
import static crosscheck.contract.Implementation.RUST;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import crosscheck.observation.Phase;
import crosscheck.observation.ServerSample;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedServersTest {
    @Test
    void eachSidesPhasesAreSummedUpAndWhatIsBetweenThemDoesNotCount() {
        List<Phase> phases = List.of(phase(PYTHON, 0, 2), phase(RUST, 4, 6), phase(PYTHON, 8, 10));
        List<ServerSample> samples = List.of(
                sample(0, 100, 90, 10, 3),
                sample(2, 140, 150, 30, 5),
                sample(4, 900, 200, 30, 4),
                sample(6, 910, 300, 30, 9),
                sample(8, 2_000, 300, 30, 2),
                sample(10, 2_040, 320, 30, 2));

        assertThat(SharedServers.of(phases, samples).rows())
                .containsExactly(
                        new SharedServers.Row("PostgreSQL: commits a second", "20", "5"),
                        new SharedServers.Row("PostgreSQL: blocks found in its cache, %", "80", "100"),
                        new SharedServers.Row("Redis: clients, at most", "5", "9"));
    }

    @Test
    void whatWasNotSampledTwiceInAPhaseIsNotThere() {
        assertThat(SharedServers.of(List.of(phase(RUST, 0, 2)), List.of(sample(1, 1, 1, 1, 1)))
                        .rows())
                .isEmpty();
        assertThat(SharedServers.of(List.of(), List.of()).rows()).isEmpty();
    }

    private static Phase phase(Implementation side, long from, long to) {
        return new Phase(0, side, Phase.Kind.LOAD, 0, List.of(), from * 1_000_000, to * 1_000_000);
    }

    private static ServerSample sample(long second, long commits, long hit, long read, long clients) {
        return new ServerSample(
                second * 1_000_000, commits, null, hit, read, clients, null, null, null, null, null, null);
    }
}

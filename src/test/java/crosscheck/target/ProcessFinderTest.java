package crosscheck.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessFinderTest {
    @Test
    void whoHandsOnToAContainerIsNotTheTarget() {
        assertThat(ProcessFinder.forwarder(Stream.of("/usr/bin/python3", "/usr/bin/docker-proxy")))
                .contains("docker-proxy");
        assertThat(ProcessFinder.forwarder(Stream.of("/usr/bin/python3", "/opt/docker-proxy/bin/runner")))
                .isEmpty();
    }

    @Test
    void whatIsElsewhereIsNotHere() {
        Roots roots = ProcessFinder.behind(URI.create("http://192.0.2.1:80"), Set.of());

        assertThat(roots.areKnown()).isFalse();
        assertThat(roots.areHere()).isFalse();
    }

    @Test
    void aSideOfWhichAPartIsOutOfSightIsNotKnown() {
        Roots side = Roots.known(Set.of(7L)).and(Roots.outOfSight("in a container"));

        assertThat(side).isEqualTo(new Roots(Set.of(7L), "in a container", true));
        assertThat(side.areKnown()).isFalse();
    }
}

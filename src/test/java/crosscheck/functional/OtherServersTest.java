package crosscheck.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherServersTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String OTHER = "1af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";
    private static final String CHILD = "c7ad6b7169203331";

    @ParameterizedTest
    @CsvSource({
        "00-" + TRACE + "-" + CHILD + "-01, true",
        "00-" + TRACE + "-" + PARENT + "-01, false",
        "00-" + OTHER + "-" + CHILD + "-01, false",
        "00-" + TRACE + "-0000000000000000-01, false",
        TRACE + ", false",
        ", false"
    })
    void anUploadIsOfTheTraceThatItsPathNames(String traceparent, boolean traced) {
        String path = "/traced/" + TRACE + "/" + PARENT + "/api/runs/1/artifacts/build.log";
        assertThat(OtherServers.isTraced(path, traceparent)).isEqualTo(traced);
        assertThat(OtherServers.isTraced("/api/runs/1/artifacts/build.log", traceparent))
                .isTrue();
    }

    @Test
    void noThreadOfTheirsKeepsABrokenOffRunAlive() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (OtherServers servers = new OtherServers()) {
            servers.answering(204);
            Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
            started.removeAll(before);

            assertThat(started).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }
}

package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.observation.Altered;
import crosscheck.observation.ResourceSample;
import crosscheck.standin.LeakFault;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each leak does to rust's samples, as its description has it, fails exactly the gates that it declares. */
class PlantedLeaksIT {
    private static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void failsExactlyWhatItDeclares(LeakFault fault) {
        long[] driven = {0};
        Judged judged = Judged.of(
                MadeUpRun.baseline().rustSamples(sample -> planted(fault, sample, driven[0]++ / 60.0)), folder);

        assertThat(judged.gates(Verdict.FAIL))
                .isEqualTo(fault.gates().stream()
                        .map(gate -> gate + " rust")
                        .collect(Collectors.toCollection(TreeSet::new)));
        if (fault == LeakFault.IDLE_IN_TRANSACTION) {
            assertThat(judged.gate("connections.leak rust").reason()).contains("idle in transaction");
        }
    }

    /** @param minute of all samples of rust, one a second */
    private static ResourceSample planted(LeakFault fault, ResourceSample sample, double minute) {
        int counted = (int) (3 * minute);
        return switch (fault) {
            case SLOW_MEMORY_LEAK -> with(sample, (long) (9 * minute * MIB), 0, 0, 0, 0);
            case FAST_MEMORY_LEAK -> with(sample, (long) (112 * minute * MIB), 0, 0, 0, 0);
            case CHILD_MEMORY_LEAK -> with(sample, (long) ((40 + 45 * minute) * MIB), 0, 0, 0, 0);
            case SAWTOOTH -> with(sample, (long) (45 * (minute % 0.7) * MIB), 0, 0, 0, 0);
            case STEP -> with(sample, minute < 2 ? 0 : 48 * MIB, 0, 0, 0, 0);
            case SLOW_CONNECTION_LEAK -> with(sample, 0, counted, 0, 0, 0);
            case IDLE_IN_TRANSACTION -> with(sample, 0, counted, 0, 0, counted);
            case DESCRIPTOR_LEAK -> with(sample, 0, 0, (int) (30 * minute), 0, 0);
            case THREAD_LEAK -> with(sample, 0, 0, 0, counted, 0);
        };
    }

    private static ResourceSample with(
            ResourceSample sample, long bytes, int connections, int descriptors, int threads, int idle) {
        return Altered.of(
                sample,
                "rssBytes",
                sample.rssBytes() + bytes,
                "threads",
                sample.threads() + threads,
                "descriptors",
                sample.descriptors() + descriptors,
                "connections",
                sample.connections() + connections,
                "idleInTransaction",
                idle);
    }
}

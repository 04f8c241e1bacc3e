package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.standin.Fault;
import crosscheck.standin.LeakFault;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaks of live processes, over the ten minutes that each side is driven. */
@Tag("proof")
class LiveLeaksIT {
    private static final List<LeakFault> PLANTED = List.of(
            LeakFault.CHILD_MEMORY_LEAK,
            LeakFault.IDLE_IN_TRANSACTION,
            LeakFault.DESCRIPTOR_LEAK,
            LeakFault.THREAD_LEAK);

    @TempDir
    Path reports;

    @Test
    void leaksOfEachResourceAreFoundOfTheSideThatHasThem() throws Exception {
        String faults = PLANTED.stream().map(Fault::id).collect(Collectors.joining(","));
        MainJob.Outcome outcome = MainJob.of(
                        "ResourceUsageSimulation", reports, "implementations.rust.faults=" + faults)
                .run();

        TreeSet<String> expected = PLANTED.stream()
                .flatMap(fault -> fault.gates().stream())
                .map(gate -> gate + " rust fail")
                .collect(Collectors.toCollection(TreeSet::new));
        // What has leaked by then counts as held.
        expected.add("memory.ratio both fail");
        assertThat(outcome.notPassed()).as(outcome.console()).isEqualTo(expected);
        assertThat(outcome.openFindings()).isEmpty();
    }
}

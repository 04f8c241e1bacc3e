package crosscheck.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
    private static final long SAMPLING_BEGAN = 100_000;
    private static final long BEFORE = 50_000;
    private static final long AFTER = 150_000;

    private final Map<Long, ProcessReading> host = new HashMap<>();
    private final ProcessTree tree =
            new ProcessTree((pid, proportional) -> Optional.ofNullable(host.get(pid)), SAMPLING_BEGAN);

    @Test
    void whatOldProcessesUsedBeforeDoesNotCount() {
        host.put(1L, process(BEFORE, 5_000));
        assertThat(cpuOf(1L)).isZero();

        host.put(1L, process(BEFORE, 5_300));
        assertThat(cpuOf(1L)).isEqualTo(300);
    }

    @Test
    void aNewChildCountsFromItsBirth() {
        host.put(1L, process(BEFORE, 5_000));
        host.put(2L, process(AFTER, 40));

        assertThat(cpuOf(1L, 2L)).isEqualTo(40);
    }

    @Test
    void whatEndedProcessesUsedStaysCounted() {
        host.put(1L, process(BEFORE, 0));
        host.put(2L, process(AFTER, 700));
        cpuOf(1L, 2L);
        host.remove(2L);

        assertThat(cpuOf(1L)).isEqualTo(700);
        assertThat(cpuOf(1L)).isEqualTo(700);
    }

    @Test
    void childrenThatCameAndWentBetweenTwoReadingsCount() {
        host.put(1L, process(BEFORE, 100, 40_000));
        assertThat(cpuOf(1L)).isZero();

        host.put(1L, process(BEFORE, 100, 40_250));
        assertThat(cpuOf(1L)).isEqualTo(250);
    }

    @Test
    void aChildThatWasSeenCountsOnceWhenItsParentHasWaitedForIt() {
        host.put(1L, process(BEFORE, 0));
        host.put(2L, process(AFTER, 700, 30));
        cpuOf(1L, 2L);
        host.remove(2L);
        host.put(1L, process(BEFORE, 0, 750));

        assertThat(cpuOf(1L)).isEqualTo(750);
    }

    @Test
    void aReusedProcessIdIsAnotherProcess() {
        host.put(2L, process(AFTER, 700));
        cpuOf(2L);
        host.put(2L, process(AFTER + 60_000, 900));

        assertThat(cpuOf(2L)).isEqualTo(1_600);
    }

    @Test
    void whatOneProcessDoesNotTellTheTreeDoesNotTell() {
        host.put(1L, process(BEFORE, 0));
        host.put(2L, new ProcessReading(AFTER, new Consumption(10, null, null), 0, 1, null, null, 1, null));

        TreeReading reading = tree.read(Set.of(1L, 2L), true);

        assertThat(reading.used()).isEqualTo(new Consumption(10, null, null));
        assertThat(reading.pssBytes()).isNull();
        assertThat(reading.descriptors()).isNull();
        assertThat(reading.rssBytes()).isEqualTo(1_001);
        assertThat(reading.threads()).isEqualTo(4);
    }

    @Test
    void anEndedTreeHoldsNothingThatCouldBeMeasured() {
        host.put(1L, process(AFTER, 20));
        cpuOf(1L);
        host.clear();

        assertThat(tree.read(Set.of(), true))
                .isEqualTo(new TreeReading(0, new Consumption(20, 0L, 0L), null, null, null, null, null));
    }

    private long cpuOf(Long... pids) {
        return tree.read(Set.of(pids), false).used().cpuMillis();
    }

    private static ProcessReading process(long startMillis, long cpuMillis) {
        return process(startMillis, cpuMillis, 0);
    }

    private static ProcessReading process(long startMillis, long cpuMillis, long childrenCpuMillis) {
        return new ProcessReading(
                startMillis, new Consumption(cpuMillis, 0L, 0L), childrenCpuMillis, 1_000, 800L, 500L, 3, 7L);
    }
}

package crosscheck.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Linux's {@code /proc} says, on recorded lines. */
class ProcTest {
    private static final String STAT =
            "4242 (a) b (c) S 17 4242 4242 0 -1 4194560 2101 9000 0 3 250 130 41 9 20 0 12 0 1234"
                    + " 2893824 1024 18446744073709551615 1 1 0 0 0 0 0 4096 1260 0 0 0 17 1 0 0 0 0 0";

    @Test
    void theParentStandsBehindANameThatMayHoldAnything() {
        assertThat(ProcDescendants.parentIn(STAT)).isEqualTo(17);
    }

    @Test
    void cpuTimeIsThatOfTheProcessAndOfChildrenItWaitedFor() {
        assertThat(PostgresCpu.ticksIn(STAT)).isEqualTo(250 + 130 + 41 + 9);
    }

    @Test
    void diskUseIsWhatReachedTheDisk() {
        assertThat(DiskUse.parse("rchar: 9\nwchar: 8\nsyscr: 1\nread_bytes: 4096\nwrite_bytes: 12288\ncancelled: 0\n"))
                .contains(new DiskUse(4096, 12288));
        assertThat(DiskUse.parse("rchar: 9\n")).isEmpty();
    }

    @Test
    void countersOfTheHostLeaveTheLoopbackOutAndCountSectorsAsBytes() {
        String dev = "Inter-|   Receive                    |  Transmit\n"
                + " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets\n"
                + "    lo: 5000 1 0 0 0 0 0 0 5000 1 0 0 0 0 0 0\n  eth0: 700 1 0 0 0 0 0 0 90 1 0 0 0 0 0 0\n";
        assertThat(ServerProbe.network(dev)).isEqualTo(new ServerProbe.Pair(700, 90));
        assertThat(ServerProbe.disk(" 10 0 3 5 20 0 4 7 0 12 12\n")).isEqualTo(new ServerProbe.Pair(3 * 512, 4 * 512));
        assertThat(ServerProbe.info("# Clients\r\nconnected_clients:3\r\n")).containsEntry("connected_clients", "3");
    }

    @Test
    void theTimeOfTheRunGrowsWithItsProcessesAndNeverFalls() {
        ExperimentCpu cpu = new ExperimentCpu();

        assertThat(cpu.secondsAfter(1_000)).isZero();
        assertThat(cpu.secondsAfter(1_150)).isEqualTo(1.5);
        assertThat(cpu.secondsAfter(1_050)).isEqualTo(1.5);
        assertThat(cpu.secondsAfter(1_100)).isEqualTo(2);
    }

    @Test
    void runnableTasksAreCountedOverTheWholeHost() {
        assertThat(HostProbe.runnableIn("cpu  1 2 3\nprocesses 77\nprocs_running 5\nprocs_blocked 0\n"))
                .contains(5);
        assertThat(HostProbe.runnableIn("cpu  1 2 3\n")).isEmpty();
    }

    @Test
    void aStallIsWhatASleepTookTooLongFromTwentyMillisecondsOn() {
        StallMeter meter = new StallMeter();
        long slept = StallMeter.SLEEP.toNanos();
        meter.wokenUp(slept + 19_000_000);
        assertThat(meter.millis()).isZero();
        meter.wokenUp(slept + 20_000_000);
        meter.wokenUp(slept + 100_000_000);
        assertThat(meter.millis()).isEqualTo(120);
    }

    @Test
    void workBesideTheProgramDoesNotStopIt() {
        assertThat(HarnessProbe.stopsTheWorld("G1 Young Generation")).isTrue();
        assertThat(HarnessProbe.stopsTheWorld("ZGC Pauses")).isTrue();
        assertThat(HarnessProbe.stopsTheWorld("G1 Concurrent GC")).isFalse();
        assertThat(HarnessProbe.stopsTheWorld("ZGC Major Cycles")).isFalse();
    }

    @Test
    void proportionalSetSizeIsTheLineOfThatNameAlone() {
        String rollup = """
                556dbb1b8000-7ffd7e481000 ---p 00000000 00:00 0                          [rollup]
                Rss:                4064 kB
                Pss:                 879 kB
                Pss_Dirty:           538 kB
                """;
        assertThat(ProportionalSetSize.parse(rollup)).isEqualTo(879 * 1024);
        assertThat(ProportionalSetSize.parse("")).isNull();
    }

    @Test
    void portsAreHexadecimalInBothAddressFamilies() {
        assertThat(ProcPorts.portIn("0100007F:1538")).isEqualTo(5432);
        assertThat(ProcPorts.portIn("0000000000000000FFFF00000100007F:ABCD")).isEqualTo(43_981);
    }
}

package crosscheck.sampling;

import com.sun.management.OperatingSystemMXBean;
import crosscheck.observation.HarnessSample;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/** Reads how this JVM and its host are. */
final class HarnessProbe {
    private static final double NANOS = 1e9;

    private final OperatingSystemMXBean jvm = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final CentralProcessor processor;
    private long[] ticks;

    HarnessProbe(SystemInfo host) {
        processor = host.getHardware().getProcessor();
        ticks = processor.getSystemCpuLoadTicks();
    }

    /**
     * Called on the sampler's thread, whose cost it tells.
     *
     * @param postgresCpuSeconds as in {@link HarnessSample}
     */
    HarnessSample read(long atMicros, Double postgresCpuSeconds) {
        long[] now = processor.getSystemCpuLoadTicks();
        long[] spent = new long[now.length];
        Arrays.setAll(spent, i -> now[i] - ticks[i]);
        ticks = now;
        long all = Arrays.stream(spent).sum();
        long idle = spent[TickType.IDLE.getIndex()] + spent[TickType.IOWAIT.getIndex()];
        long steal = spent[TickType.STEAL.getIndex()];
        return new HarnessSample(
                atMicros,
                jvm.getProcessCpuTime() / NANOS,
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum(),
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS,
                share(all - idle - steal, all),
                share(steal, all),
                postgresCpuSeconds);
    }

    private static Double share(long part, long all) {
        return all <= 0 ? null : Double.valueOf((double) part / all);
    }
}

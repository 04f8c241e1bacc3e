package crosscheck.sampling;

import com.sun.management.OperatingSystemMXBean;
import crosscheck.observation.HarnessSample;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Objects;
import oshi.hardware.CentralProcessor;

/** Reads how this JVM and its host are. */
final class HarnessProbe implements AutoCloseable {
    private static final double NANOS = 1e9;

    private final OperatingSystemMXBean jvm = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> stopsTheWorld(collector.getName()))
            .toList();
    private final List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final StallMeter stalls = StallMeter.start();
    private final HostProbe host;

    HarnessProbe(CentralProcessor processor) {
        host = new HostProbe(processor);
    }

    /**
     * Called on the sampler's thread, whose cost it tells.
     *
     * @param experimentCpuSeconds CPU time of all processes that are part of the run since the first reading, or
     *     {@code null}
     */
    HarnessSample read(long atMicros, long wallOffsetMicros, Double experimentCpuSeconds, Double postgresCpuSeconds) {
        HostProbe.Reading reading = host.read();
        Double others = experimentCpuSeconds == null || !host.isWhole()
                ? null
                : Double.valueOf(reading.processSeconds() - experimentCpuSeconds);
        return new HarnessSample(
                atMicros,
                wallOffsetMicros,
                jvm.getProcessCpuTime() / NANOS,
                collectors.stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum(),
                heapAfterCollection(),
                stalls.millis(),
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS,
                reading.busy(),
                reading.steal(),
                host.runnable(),
                others,
                postgresCpuSeconds);
    }

    /** Collectors that work beside the program tell their work by a name of its own. */
    static boolean stopsTheWorld(String collector) {
        return !collector.contains("Concurrent") && !collector.endsWith("Cycles");
    }

    private Double heapAfterCollection() {
        long used = heap.stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        return (double) used / Runtime.getRuntime().maxMemory();
    }

    @Override
    public void close() {
        stalls.close();
    }
}

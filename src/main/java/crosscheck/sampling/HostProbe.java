package crosscheck.sampling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/** What the whole host was doing. */
final class HostProbe {
    private static final Path STAT = Path.of("/proc/stat");
    private static final String RUNNABLE = "procs_running ";
    private static final double MILLIS = 1e3;

    private final CentralProcessor processor;
    private final boolean isWhole;
    private long[] ticks;
    private double processSeconds;

    /**
     * What was observed since the last reading.
     *
     * @param busy share of all cores, 0..1, or {@code null}
     * @param steal share that the hypervisor kept, 0..1, or {@code null}
     * @param processSeconds CPU time of all processes since the first reading
     */
    record Reading(Double busy, Double steal, double processSeconds) {}

    HostProbe(CentralProcessor processor) {
        this.processor = processor;
        ticks = processor.getSystemCpuLoadTicks();
        isWhole = processor.getLogicalProcessorCount() == Runtime.getRuntime().availableProcessors();
    }

    /** Whether its processors are those of this JVM; a container may have a part of them, and the rest tells nothing. */
    boolean isWhole() {
        return isWhole;
    }

    Reading read() {
        long[] now = processor.getSystemCpuLoadTicks();
        long[] spent = new long[now.length];
        Arrays.setAll(spent, i -> now[i] - ticks[i]);
        ticks = now;
        long all = Arrays.stream(spent).sum();
        long idle = spent[TickType.IDLE.getIndex()] + spent[TickType.IOWAIT.getIndex()];
        long steal = spent[TickType.STEAL.getIndex()];
        long interrupts = spent[TickType.IRQ.getIndex()] + spent[TickType.SOFTIRQ.getIndex()];
        processSeconds += (all - idle - steal - interrupts) / MILLIS;
        return new Reading(share(all - idle - steal, all), share(steal, all), processSeconds);
    }

    /** Tasks that run or want to, but for the one that asks; {@code null} where the system does not tell. */
    Integer runnable() {
        if (!isWhole || !Files.isReadable(STAT)) {
            return null;
        }
        try {
            return runnableIn(Files.readString(STAT)).map(tasks -> tasks - 1).orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    static Optional<Integer> runnableIn(String stat) {
        return stat.lines()
                .filter(line -> line.startsWith(RUNNABLE))
                .map(line -> Integer.valueOf(line.substring(RUNNABLE.length()).strip()))
                .findFirst();
    }

    private static Double share(long part, long all) {
        return all <= 0 ? null : Double.valueOf((double) part / all);
    }
}

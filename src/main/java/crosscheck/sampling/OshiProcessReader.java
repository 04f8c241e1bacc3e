package crosscheck.sampling;

import java.util.Optional;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** Reads a process by OSHI, where there is no {@code /proc}. */
final class OshiProcessReader implements ProcessReader {
    private final OperatingSystem system;

    OshiProcessReader(SystemInfo host) {
        system = host.getOperatingSystem();
        read(ProcessHandle.current().pid(), true);
    }

    @Override
    public Optional<ProcessReading> read(long pid, boolean proportional) {
        OSProcess process = system.getProcess((int) pid);
        if (process == null || hasEnded(process.getState())) {
            return Optional.empty();
        }
        // One right guards both a process's descriptors and its disk counters, OSHI answers 0 without it, and no
        // living process of interest has no descriptor.
        long descriptors = process.getOpenFiles();
        boolean told = descriptors > 0;
        return Optional.of(new ProcessReading(
                process.getStartTime(),
                new Consumption(
                        process.getKernelTime() + process.getUserTime(),
                        told ? process.getBytesRead() : null,
                        told ? process.getBytesWritten() : null),
                0,
                process.getResidentMemory(),
                null,
                null,
                process.getThreadCount(),
                told ? descriptors : null));
    }

    private static boolean hasEnded(OSProcess.State state) {
        return state == OSProcess.State.ZOMBIE || state == OSProcess.State.INVALID;
    }
}

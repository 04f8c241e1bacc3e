package crosscheck.sampling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * CPU time of everything that is part of a run: this JVM and what it has started, the targets, PostgreSQL. What is missing from
 * the host's is somebody else's.
 */
final class ExperimentCpu {
    private static final double TICKS_PER_SECOND = 100;

    private final Descendants started = new ProcDescendants();
    private long before = -1;
    private long ticks;

    static Optional<ExperimentCpu> ofThisHost() {
        return ProcDescendants.available() ? Optional.of(new ExperimentCpu()) : Optional.empty();
    }

    /**
     * Seconds since the first call.
     *
     * @param others processes that are part of the run without having been started by this JVM
     */
    double seconds(Set<Long> others) {
        Set<Long> pids =
                new HashSet<>(started.withRoots(Set.of(ProcessHandle.current().pid())));
        pids.addAll(others);
        return secondsAfter(pids.stream().mapToLong(ExperimentCpu::ticksOf).sum());
    }

    /**
     * The time of a process that has ended is in that of who waited for it; where nobody here did, the sum falls, and that
     * stretch counts as nothing.
     *
     * @param now ticks that all processes have used in their lives
     */
    double secondsAfter(long now) {
        ticks += before < 0 ? 0 : Math.max(0, now - before);
        before = now;
        return ticks / TICKS_PER_SECOND;
    }

    private static long ticksOf(long pid) {
        try {
            return PostgresCpu.ticksIn(
                    Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // It ended just now.
            return 0;
        }
    }
}

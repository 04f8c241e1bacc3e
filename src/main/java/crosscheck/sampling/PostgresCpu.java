package crosscheck.sampling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * CPU time of a PostgreSQL server on this machine, from {@code /proc/<pid>/stat} of its first process and those below it.
 * What ended backends used is what the first process says of the children it has waited for.
 */
final class PostgresCpu {
    /** Linux tells user space times in hundredths of a second on every architecture that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final long SAME_START_MILLIS = 2_000;

    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private final long postmaster;
    private final Descendants descendants;

    private PostgresCpu(long postmaster, Descendants descendants) {
        this.postmaster = postmaster;
        this.descendants = descendants;
    }

    /** The server of a backend, nothing where the backend is on another machine or the system is not Linux. */
    static Optional<PostgresCpu> ofBackend(DatabaseProbe.Backend backend) {
        return ProcessHandle.of(backend.pid())
                .filter(process -> ProcDescendants.available() && startedAt(process, backend.startMillis()))
                .flatMap(ProcessHandle::parent)
                .map(postmaster -> new PostgresCpu(postmaster.pid(), new ProcDescendants()));
    }

    private static boolean startedAt(ProcessHandle process, long millis) {
        return process.info()
                .startInstant()
                .filter(start -> Math.abs(start.toEpochMilli() - millis) < SAME_START_MILLIS)
                .isPresent();
    }

    /** Cumulative seconds, {@code null} where the server has ended or the machine does not tell. */
    Double seconds() {
        long ticks = 0;
        Set<Long> servers = processes();
        for (long pid : servers) {
            try {
                ticks += ticksIn(
                        Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // A backend that ended just now is in the next sample's children.
                continue;
            }
        }
        return servers.isEmpty() ? null : Double.valueOf(ticks / TICKS_PER_SECOND);
    }

    Set<Long> processes() {
        return descendants.withRoots(Set.of(postmaster));
    }

    /** User and system time, own and of children waited for: fields 14 to 17, counted from the state, which is the third. */
    static long ticksIn(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks;
    }
}

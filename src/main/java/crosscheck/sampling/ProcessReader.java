package crosscheck.sampling;

import java.util.Optional;

/** Reads one process. */
@FunctionalInterface
interface ProcessReader {
    /**
     * @param proportional whether to read the proportional set size, which costs milliseconds
     * @return nothing where the process has ended, reaped or not
     */
    Optional<ProcessReading> read(long pid, boolean proportional);
}

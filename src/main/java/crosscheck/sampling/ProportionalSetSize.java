package crosscheck.sampling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory with each page divided by the number of processes that share it, as Linux tells it. */
final class ProportionalSetSize {
    private ProportionalSetSize() {}

    /** Bytes, or {@code null} where the system is not Linux, the process has ended or is not ours to look into. */
    static Long of(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "smaps_rollup")));
        } catch (IOException e) {
            return null;
        }
    }

    static Long parse(String rollup) {
        return rollup.lines()
                .filter(line -> line.startsWith("Pss:"))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .orElse(null);
    }
}

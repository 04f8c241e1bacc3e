package crosscheck.sampling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a process has read from and written to disk since it started, as Linux tells it in {@code /proc/<pid>/io}. */
record DiskUse(long readBytes, long writeBytes) {

    DiskUse plus(DiskUse other) {
        return new DiskUse(readBytes + other.readBytes, writeBytes + other.writeBytes);
    }

    DiskUse minus(DiskUse other) {
        return new DiskUse(readBytes - other.readBytes, writeBytes - other.writeBytes);
    }

    /** Nothing where the process has ended or is not ours to look into. */
    static Optional<DiskUse> of(Path process) {
        try {
            return parse(Files.readString(process.resolve("io")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<DiskUse> parse(String io) {
        Long read = null;
        Long written = null;
        for (String line : io.split("\n")) {
            if (line.startsWith("read_bytes: ")) {
                read = Long.valueOf(line.substring("read_bytes: ".length()));
            } else if (line.startsWith("write_bytes: ")) {
                written = Long.valueOf(line.substring("write_bytes: ".length()));
            }
        }
        return read == null || written == null ? Optional.empty() : Optional.of(new DiskUse(read, written));
    }
}

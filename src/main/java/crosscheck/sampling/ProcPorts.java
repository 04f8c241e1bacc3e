package crosscheck.sampling;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Local TCP ports by Linux's {@code /proc}: a process's descriptors name sockets, its network namespace lists their ports. */
final class ProcPorts implements SessionOwners.LocalPorts {
    private static final Path PROC = Path.of("/proc");

    @Override
    public Set<Integer> heldBy(Collection<Long> pids) {
        Set<Integer> ports = new HashSet<>();
        for (long pid : pids) {
            Path process = PROC.resolve(Long.toString(pid));
            try {
                Set<String> inodes = socketInodes(process.resolve("fd"));
                for (String table : List.of("tcp", "tcp6")) {
                    Files.readString(process.resolve("net").resolve(table))
                            .lines()
                            .skip(1)
                            .map(line -> line.trim().split("\\s+"))
                            .filter(fields -> inodes.contains(fields[9]))
                            .forEach(fields -> ports.add(portIn(fields[1])));
                }
            } catch (IOException e) {
                // Ended, not ours to look into, or not Linux: it is not known to hold any.
                continue;
            }
        }
        return ports;
    }

    private static Set<String> socketInodes(Path descriptors) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(descriptors)) {
            for (Path entry : entries) {
                String target = targetOf(entry);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String targetOf(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** Of {@code 0100007F:1538}, the hexadecimal port after the colon. */
    static int portIn(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }
}

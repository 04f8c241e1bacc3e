package crosscheck.target;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Linux tells of processes and sockets under {@code /proc}. A process that ends meanwhile is left out. */
final class ProcFs {
    private static final Path PROC = Path.of("/proc");

    private ProcFs() {}

    static boolean isThere() {
        return Files.isReadable(PROC.resolve("net/tcp"));
    }

    static ProcessTable processes() {
        Map<Long, ProcessTable.Entry> entries = new HashMap<>();
        for (Path directory : processDirectories()) {
            try {
                entries.put(pid(directory), ProcessTable.Entry.ofStat(Files.readString(directory.resolve("stat"))));
            } catch (IOException e) {
                continue;
            }
        }
        return new ProcessTable(entries);
    }

    /** Processes that hold a socket listening at the port; several where it is shared or was inherited. */
    static Set<Long> listenersAt(int port) {
        Set<String> links = new LinkedHashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            try {
                ListeningSockets.inodes(Files.readAllLines(PROC.resolve(table)), port)
                        .forEach(inode -> links.add("socket:[" + inode + "]"));
            } catch (IOException e) {
                continue;
            }
        }
        Set<Long> holders = new LinkedHashSet<>();
        if (!links.isEmpty()) {
            processDirectories().stream()
                    .filter(directory -> holdsAny(directory, links))
                    .forEach(directory -> holders.add(pid(directory)));
        }
        return holders;
    }

    static Optional<Path> executable(long pid) {
        Path link = PROC.resolve(pid + "/exe");
        return Files.isReadable(link) ? Optional.of(link) : Optional.empty();
    }

    private static boolean holdsAny(Path process, Set<String> links) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (links.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
        return false;
    }

    private static List<Path> processDirectories() {
        List<Path> directories = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            all.forEach(directories::add);
        } catch (IOException | DirectoryIteratorException e) {
            return directories;
        }
        return directories;
    }

    private static long pid(Path directory) {
        return Long.parseLong(directory.getFileName().toString());
    }
}

package crosscheck.sampling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * By Linux's {@code /proc}: the list of process ids is cheap, so a process's parent is read once, when its id is new. A
 * process whose parent ended belongs to its grandparent, or still to the root that it was born under. One instance
 * follows one set of roots.
 */
final class ProcDescendants implements Descendants {
    private static final Path PROC = Path.of("/proc");

    private final Map<Long, Long> parents = new HashMap<>();

    static boolean available() {
        return Files.isReadable(PROC.resolve("self").resolve("stat"));
    }

    @Override
    public Set<Long> withRoots(Set<Long> roots) {
        refresh(roots);
        Map<Long, Set<Long>> children = new HashMap<>();
        parents.forEach((pid, parent) ->
                children.computeIfAbsent(parent, none -> new HashSet<>()).add(pid));
        Set<Long> found = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            long pid = open.pop();
            if (found.add(pid)) {
                open.addAll(children.getOrDefault(pid, Set.of()));
            }
        }
        found.retainAll(parents.keySet());
        return found;
    }

    private void refresh(Set<Long> roots) {
        Set<Long> living = new HashSet<>();
        String[] entries = PROC.toFile().list();
        for (String entry : entries == null ? new String[0] : entries) {
            if (Character.isDigit(entry.charAt(0))) {
                living.add(Long.parseLong(entry));
            }
        }
        bequeath(living, roots);
        living.removeAll(parents.keySet());
        for (long pid : living) {
            try {
                parents.put(pid, parentIn(Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1)));
            } catch (IOException e) {
                // It ended since the list was read.
                parents.remove(pid);
            }
        }
    }

    private void bequeath(Set<Long> living, Set<Long> roots) {
        Map<Long, Long> ended = new HashMap<>(parents);
        ended.keySet().removeAll(living);
        parents.keySet().retainAll(living);
        parents.replaceAll((pid, parent) -> {
            long heir = parent;
            while (ended.containsKey(heir) && !roots.contains(heir)) {
                heir = ended.get(heir);
            }
            return heir;
        });
    }

    /** The fourth field; the second, the program's name, may itself hold blanks and parentheses. */
    static long parentIn(String stat) {
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 3)[1]);
    }
}

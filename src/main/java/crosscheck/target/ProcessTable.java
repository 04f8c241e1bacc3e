package crosscheck.target;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The processes of a machine at one moment.
 *
 * @param entries by process id
 */
record ProcessTable(Map<Long, Entry> entries) {
    /** Programs that start programs of all kinds: what they start is not one thing. */
    private static final Set<String> LAUNCHERS = Set.of(
            "init",
            "systemd",
            "tini",
            "dumb-init",
            "docker-init",
            "containerd-shim",
            "conmon",
            "sshd",
            "tmux: server",
            "screen",
            "sh",
            "bash",
            "dash",
            "zsh",
            "fish",
            "ksh",
            "ash",
            "busybox");

    /** @param name as the kernel knows it: at most 15 characters of the executable's name */
    record Entry(long parent, String name) {

        /** Of a line of {@code /proc/<pid>/stat}: {@code 42 (a name) S 1 ...}; the name may hold brackets and spaces. */
        static Entry ofStat(String line) {
            int close = line.lastIndexOf(')');
            String parent = line.substring(close + 1).strip().split("\\s+")[1];
            return new Entry(Long.parseLong(parent), line.substring(line.indexOf('(') + 1, close));
        }
    }

    /** The process and all above it. */
    Set<Long> withAncestors(long pid) {
        Set<Long> line = new HashSet<>();
        for (long at = pid;
                entries.containsKey(at) && line.add(at);
                at = entries.get(at).parent()) {}
        return line;
    }

    /** The topmost ancestor that is neither init, nor a launcher such as a shell, nor one of those that do not count. */
    long topmost(long pid, Set<Long> notCounted) {
        long top = pid;
        while (entries.containsKey(top)) {
            long parent = entries.get(top).parent();
            Entry entry = entries.get(parent);
            if (parent <= 1 || entry == null || notCounted.contains(parent) || LAUNCHERS.contains(entry.name())) {
                return top;
            }
            top = parent;
        }
        return top;
    }
}

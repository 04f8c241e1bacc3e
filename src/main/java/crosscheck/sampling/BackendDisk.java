package crosscheck.sampling;

import crosscheck.sampling.DatabaseReading.Session;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the PostgreSQL backends of one side have read and written since sampling began, those that have ended included. */
final class BackendDisk {
    private static final Path PROC = Path.of("/proc");
    private static final DiskUse NOTHING = new DiskUse(0, 0);

    private final Map<String, DiskUse> before = new HashMap<>();
    private final Map<String, DiskUse> last = new HashMap<>();
    private boolean began;

    /**
     * Nothing where this user may not look into the server's processes.
     *
     * @param sessions those that the side has now
     */
    Optional<DiskUse> read(List<Session> sessions) {
        boolean readable = sessions.isEmpty();
        for (Session session : sessions) {
            Optional<DiskUse> found = DiskUse.of(PROC.resolve(Long.toString(session.pid())));
            readable |= found.isPresent();
            found.ifPresent(use -> {
                before.putIfAbsent(session.key(), began ? NOTHING : use);
                last.put(session.key(), use);
            });
        }
        began = true;
        return readable ? Optional.of(sum()) : Optional.empty();
    }

    private DiskUse sum() {
        return last.entrySet().stream()
                .map(use -> use.getValue().minus(before.get(use.getKey())))
                .reduce(NOTHING, DiskUse::plus);
    }
}

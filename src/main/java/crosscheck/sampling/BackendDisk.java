package crosscheck.sampling;

import crosscheck.sampling.DatabaseReading.Session;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the PostgreSQL backends of one side have read and written since sampling began, those that have ended included. */
final class BackendDisk {
    private static final Path PROC = Path.of("/proc");
    private static final DiskUse NOTHING = new DiskUse(0, 0);

    private final Map<String, DiskUse> before = new HashMap<>();
    private final Map<String, DiskUse> last = new HashMap<>();
    private boolean began;

    /** @param sessions those that the side has now */
    DiskUse read(List<Session> sessions) {
        for (Session session : sessions) {
            DiskUse.of(PROC.resolve(Long.toString(session.pid()))).ifPresent(use -> {
                before.putIfAbsent(session.key(), began ? NOTHING : use);
                last.put(session.key(), use);
            });
        }
        began = true;
        return last.entrySet().stream()
                .map(use -> use.getValue().minus(before.get(use.getKey())))
                .reduce(NOTHING, DiskUse::plus);
    }
}

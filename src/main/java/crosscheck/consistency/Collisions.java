package crosscheck.consistency;

import crosscheck.observation.RequestRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Counts requests that could have got into each other's way. */
final class Collisions {
    private Collisions() {}

    /** Requests whose time from sending to answer overlapped that of another. */
    static long count(Collection<RequestRecord> requests) {
        List<RequestRecord> bySending = requests.stream()
                .sorted(Comparator.comparingLong(RequestRecord::sentMicros))
                .toList();
        long latestDone = Long.MIN_VALUE;
        long collisions = 0;
        for (int i = 0; i < bySending.size(); i++) {
            RequestRecord request = bySending.get(i);
            boolean overEarlier = request.sentMicros() < latestDone;
            boolean overNext = i + 1 < bySending.size() && bySending.get(i + 1).sentMicros() < request.doneMicros();
            if (overEarlier || overNext) {
                collisions++;
            }
            latestDone = Math.max(latestDone, request.doneMicros());
        }
        return collisions;
    }
}

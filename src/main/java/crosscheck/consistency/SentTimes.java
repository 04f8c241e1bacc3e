package crosscheck.consistency;

import crosscheck.observation.RequestRecord;
import java.util.Arrays;
import java.util.stream.Stream;

/** When requests were sent, in order. */
final class SentTimes {
    private final long[] sorted;

    private SentTimes(long[] sorted) {
        this.sorted = sorted;
    }

    static SentTimes of(Stream<RequestRecord> requests) {
        return new SentTimes(
                requests.mapToLong(RequestRecord::sentMicros).sorted().toArray());
    }

    /** How many were sent before this time. */
    int before(long micros) {
        int at = Arrays.binarySearch(sorted, micros);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == micros) {
            at--;
        }
        return at;
    }
}

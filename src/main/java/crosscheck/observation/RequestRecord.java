package crosscheck.observation;

/**
 * One load request, as its client saw it. Times are microseconds since the run's epoch, on one monotonic clock.
 *
 * @param phase {@link Phase#index()}
 * @param scenario the scenario that sent it
 * @param operation the contract's operation: {@code assign}, {@code submit-result}, {@code set-item-status}, {@code put-artifact}
 * @param plannedMicros when the arrival plan wanted it; equal to {@code sentMicros} in closed scenarios
 * @param sentMicros when the request was handed to the HTTP client
 * @param doneMicros when the answer was complete, or its deadline
 * @param outcome how it ended
 * @param status the HTTP status, 0 without an answer
 * @param mismatch what was wrong, short; empty for other outcomes than {@link Outcome#WRONG}
 * @param item the queue id that the answer (or, for a status change, the request) named, 0 if none
 * @param run the run id that the answer or request named, empty if none
 * @param bucket the bucket that the answer named, empty if none
 * @param bytesOut bytes of the request's body and head as the generator counts them
 * @param bytesIn bytes of the answer's body and head
 */
public record RequestRecord(
        int phase,
        String scenario,
        String operation,
        long plannedMicros,
        long sentMicros,
        long doneMicros,
        Outcome outcome,
        int status,
        String mismatch,
        long item,
        String run,
        String bucket,
        long bytesOut,
        long bytesIn) {

    /** The same as part of a longer run. */
    public RequestRecord moved(int phases, long micros) {
        return new RequestRecord(
                phase + phases,
                scenario,
                operation,
                plannedMicros + micros,
                sentMicros + micros,
                doneMicros + micros,
                outcome,
                status,
                mismatch,
                item,
                run,
                bucket,
                bytesOut,
                bytesIn);
    }

    /** From sending to the complete answer (or deadline), microseconds. */
    public long responseMicros() {
        return doneMicros - sentMicros;
    }

    /** From the planned arrival to the complete answer: what a client with a schedule of its own would have waited. */
    public long latencyMicros() {
        return doneMicros - plannedMicros;
    }
}

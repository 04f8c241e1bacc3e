package crosscheck.observation;

import crosscheck.contract.Implementation;

/**
 * Something that happened once.
 *
 * @param atMicros microseconds since the run's epoch
 * @param kind what it was
 * @param implementation whose, or {@code null} where it is nobody's
 * @param text one or more lines for a reader: the tail of a log, a blocking process
 */
public record Event(long atMicros, Kind kind, Implementation implementation, String text) {
    public enum Kind {
        /** A process of a target ended while it was needed. */
        TARGET_DIED,
        /** A process of a target was replaced by another. */
        TARGET_RESTARTED,
        /** The reset to the snapshot had to end a session of a target, which held a lock in a transaction that it left open. */
        RESET_BLOCKED,
        /** The reset to the snapshot had to end a session in which a target was at work for clients that had given up. */
        RESET_BUSY,
        /** The run was stopped from outside. */
        INTERRUPTED,
        /** A server that the run stands on failed. */
        ENVIRONMENT_FAILED,
        /** A part of crosscheck itself failed. */
        HARNESS_FAILED
    }
}

package crosscheck.observation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import crosscheck.contract.Implementation;

/**
 * What one implementation held at one moment: its whole process tree, its database sessions and the queue. A value that
 * was not asked for in this tick, or that the machine does not tell, is {@code null}: missing, never zero.
 *
 * @param atMicros microseconds since the run's epoch
 * @param implementation whose processes and sessions were counted
 * @param processes processes in the tree, 0 once all have ended
 * @param cpuSeconds user and system time that the tree has used since sampling began, processes that ended included
 * @param rssBytes resident memory summed over the tree; pages shared between its processes count more than once
 * @param pssBytes proportional set size: shared pages counted once
 * @param threads threads of the tree
 * @param descriptors open file descriptors of the tree
 * @param diskReadBytes bytes that the tree has read from disk since sampling began
 * @param diskWriteBytes bytes that the tree has written to disk since sampling began
 * @param connections its PostgreSQL sessions
 * @param idleInTransaction those of them that hold a transaction open and do nothing
 * @param waitingOnLocks those of them that wait for a lock
 * @param queueDepth rows of the queue table, the same for both sides at one moment
 * @param privateBytes the part of the resident memory that is no file's and no shared memory
 * @param databaseReadBytes bytes that its PostgreSQL backends have read from disk since sampling began, where they are on
 *     this machine
 * @param databaseWriteBytes bytes that they have written
 */
public record ResourceSample(
        long atMicros,
        Implementation implementation,
        Integer processes,
        Double cpuSeconds,
        Long rssBytes,
        Long pssBytes,
        Integer threads,
        Long descriptors,
        Long diskReadBytes,
        Long diskWriteBytes,
        Integer connections,
        Integer idleInTransaction,
        Integer waitingOnLocks,
        Long queueDepth,
        Long privateBytes,
        Long databaseReadBytes,
        Long databaseWriteBytes) {

    /** A sample that was due and could not be taken. */
    public static ResourceSample missing(long atMicros, Implementation implementation) {
        return new ResourceSample(
                atMicros,
                implementation,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether nothing is known of that moment. */
    @JsonIgnore
    public boolean isMissing() {
        return equals(missing(atMicros, implementation));
    }
}

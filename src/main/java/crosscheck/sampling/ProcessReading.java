package crosscheck.sampling;

/**
 * One process at one moment.
 *
 * @param startMillis when it started, wall clock; tells a process from a later one with the same id, good to a second
 * @param used what it has used since it started; its disk part is {@code null} where the machine does not tell
 * @param childrenCpuMillis CPU time of the children that it has waited for, with that of theirs; 0 where the machine does not tell
 * @param rssBytes resident memory
 * @param privateBytes the part of it that is no file's and no shared memory, {@code null} where it is not told
 * @param pssBytes proportional set size, {@code null} where it was not asked for or is not told
 * @param threads its threads
 * @param descriptors its open file descriptors, {@code null} where the machine does not tell
 */
record ProcessReading(
        long startMillis,
        Consumption used,
        long childrenCpuMillis,
        long rssBytes,
        Long privateBytes,
        Long pssBytes,
        int threads,
        Long descriptors) {}

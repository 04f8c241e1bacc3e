package crosscheck.observation;

/**
 * What both sides share at one moment; everything is cumulative but Redis's clients and memory. A value that a server or the
 * machine does not tell is {@code null}.
 *
 * @param atMicros microseconds since the run's epoch
 * @param commits transactions committed in the database since it was made
 * @param rollbacks transactions rolled back
 * @param blocksHit blocks that PostgreSQL found in its cache
 * @param blocksRead blocks that it had to read
 * @param redisClients clients connected to Redis, the harness's among them
 * @param redisMemoryBytes memory that Redis's data takes
 * @param redisCommands commands that Redis has processed since it started
 * @param hostReceivedBytes bytes that the host has received from others; the loopback does not count
 * @param hostSentBytes bytes that it has sent to others
 * @param hostReadBytes bytes read from its disks
 * @param hostWriteBytes bytes written to its disks
 */
public record ServerSample(
        long atMicros,
        Long commits,
        Long rollbacks,
        Long blocksHit,
        Long blocksRead,
        Long redisClients,
        Long redisMemoryBytes,
        Long redisCommands,
        Long hostReceivedBytes,
        Long hostSentBytes,
        Long hostReadBytes,
        Long hostWriteBytes) {}

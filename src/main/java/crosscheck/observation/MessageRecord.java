package crosscheck.observation;

/**
 * A message as the recorder received it, functional checks' and load's alike.
 *
 * @param atMicros when, microseconds since the run's epoch
 * @param topic the channel
 * @param payload as received
 */
public record MessageRecord(long atMicros, String topic, byte[] payload) {}

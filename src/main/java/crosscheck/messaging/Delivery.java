package crosscheck.messaging;

import crosscheck.observation.ExchangeRecord;
import java.util.List;

/**
 * What accepted requests promised to send, and what came of it.
 *
 * @param id of the run or publish that it is about; empty for what was posted by hand
 * @param causes the requests, of which each promises one message
 * @param messages in the order received
 * @param posted whether the payload was posted by hand, and goes out as it is
 */
public record Delivery(String topic, String id, List<ExchangeRecord> causes, List<Message> messages, boolean posted) {}

package crosscheck.environment;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the database holds for one phase.
 *
 * @param pendingItems all items that can be assigned by bucket, those of the data set included
 * @param queueRows all rows of the queue table
 * @param runs running runs, each with its assigned item, whose results can be submitted
 */
public record PreparedLoad(Map<String, Long> pendingItems, long queueRows, List<UUID> runs) {}

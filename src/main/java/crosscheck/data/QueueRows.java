package crosscheck.data;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Pending queue items of the data set. */
final class QueueRows {
    static final String COLUMNS = "codebase, campaign, command, estimated_duration, bucket, priority, status, run_id,"
            + " requester, context, created_at";

    /** Half of all work is scheduled by default, a tenth by hand. */
    private static final List<String> BUCKETS = List.of(
            "manual",
            "webhook",
            "webhook",
            "reschedule",
            "reschedule",
            "default",
            "default",
            "default",
            "default",
            "default");

    private QueueRows() {}

    /** {@code count} different pairs of codebase and campaign, spread over all of them. */
    static void write(int count, int codebases, List<Campaign> campaigns, long seed, CopyWriter out)
            throws IOException {
        Random random = Seeds.stream(seed, "queue");
        long pairs = (long) codebases * campaigns.size();
        for (int i = 0; i < count; i++) {
            long pair =
                    i * pairs / count + (long) (random.nextDouble() * ((i + 1) * pairs / count - i * pairs / count));
            Campaign campaign = campaigns.get((int) (pair % campaigns.size()));
            String bucket = bucket(random);
            out.row(
                    Codebases.name((int) (pair / campaigns.size())),
                    campaign.name(),
                    campaign.command(),
                    Seeds.between(random, campaign.success()),
                    bucket,
                    random.nextInt(100),
                    "pending",
                    null,
                    bucket.equals("manual") ? "operator-" + (1 + random.nextInt(3)) : null,
                    RunHistory.context(random),
                    RunHistory.EPOCH.plus(RunHistory.SPAN).plus(i, ChronoUnit.SECONDS));
        }
    }

    static String bucket(Random random) {
        return Seeds.pick(random, BUCKETS);
    }
}

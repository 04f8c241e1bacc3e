package crosscheck.data;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What load needs beside the data set: codebases of its own ({@code load-000001}, ...), pending items, one for each codebase and
 * campaign, and assigned items with their running runs.
 */
public final class LoadData {
    private final List<Campaign> campaigns;
    private final int pending;
    private final int assigned;
    private final Instant started;
    private final long seed;

    /**
     * @param campaigns those of the data set
     * @param pending items that can be assigned
     * @param assigned items that are assigned already, a running run each
     * @param started when those runs started
     */
    public LoadData(List<Campaign> campaigns, int pending, int assigned, Instant started, long seed) {
        this.campaigns = campaigns;
        this.pending = pending;
        this.assigned = assigned;
        this.started = started;
        this.seed = seed;
    }

    /** The running runs, the same for a seed each time, in the order of their items. */
    public List<UUID> runs() {
        Random random = Seeds.stream(seed, "load-run");
        return Stream.generate(() -> Seeds.uuid(random)).limit(assigned).toList();
    }

    /** All tables, those that others refer to first. */
    public List<CopyTable> tables() {
        return List.of(
                new CopyTable("codebase", Codebases.COLUMNS, this::writeCodebases),
                new CopyTable(
                        "run",
                        "id, codebase, campaign, command, worker, start_time, status, logfilenames",
                        this::writeRuns),
                new CopyTable("queue", QueueRows.COLUMNS, this::writeQueue));
    }

    private void writeCodebases(CopyWriter out) throws IOException {
        int count = (Math.max(pending, assigned) + campaigns.size() - 1) / campaigns.size();
        for (int i = 0; i < count; i++) {
            out.row(codebase(i), "https://vcs.example.org/git/" + codebase(i), "git", null, null);
        }
    }

    private void writeRuns(CopyWriter out) throws IOException {
        int i = 0;
        for (UUID run : runs()) {
            Campaign campaign = campaign(i);
            out.row(run, codebaseOf(i), campaign.name(), campaign.command(), worker(i), started, "running", "{}");
            i++;
        }
    }

    private void writeQueue(CopyWriter out) throws IOException {
        Random random = Seeds.stream(seed, "load-queue");
        List<UUID> runs = runs();
        for (int i = 0; i < assigned; i++) {
            writeItem(i, "assigned", runs.get(i), random, out);
        }
        for (int i = 0; i < pending; i++) {
            writeItem(i, "pending", null, random, out);
        }
    }

    private void writeItem(int i, String status, UUID run, Random random, CopyWriter out) throws IOException {
        Campaign campaign = campaign(i);
        out.row(
                codebaseOf(i),
                campaign.name(),
                campaign.command(),
                Seeds.between(random, campaign.success()),
                QueueRows.bucket(random),
                random.nextInt(100),
                status,
                run,
                null,
                null,
                started);
    }

    private Campaign campaign(int item) {
        return campaigns.get(item % campaigns.size());
    }

    private String codebaseOf(int item) {
        return codebase(item / campaigns.size());
    }

    private static String codebase(int index) {
        return "load-%06d".formatted(index + 1);
    }

    private static String worker(int item) {
        return "worker-" + (1 + item % 50);
    }
}

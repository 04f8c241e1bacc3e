package crosscheck.data;

import crosscheck.RunError;
import crosscheck.configuration.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/**
 * The strategy's data set: codebases, campaigns, candidates, a history of runs sorted by start time, and pending queue items.
 * Everything follows from sizes and seed; rows are made while they are written, so memory does not grow with them.
 */
public final class Dataset {
    private static final String RUN_COLUMNS =
            "id, codebase, campaign, command, worker, start_time, finish_time, status,"
                    + " result_code, description, value, context, result, logfilenames, instigated_context";

    private final Settings.Data sizes;
    private final long seed;
    private final List<Campaign> campaigns;
    private final RunHistory history;

    private Dataset(Settings.Data sizes, long seed) {
        this.sizes = sizes;
        this.seed = seed;
        this.campaigns = Campaign.first(sizes.campaigns());
        this.history = new RunHistory(sizes.runs(), sizes.codebases(), campaigns, seed);
    }

    /** @throws RunError where more queue items are asked for than there are pairs of codebase and campaign */
    public static Dataset generate(Settings.Data sizes, long seed) {
        long pairs = (long) sizes.codebases() * sizes.campaigns();
        if (sizes.queueItems() > pairs) {
            throw RunError.configuration(
                    "crosscheck.data.queue-items = %d: only one item can be pending for each codebase and campaign, and there are %d pairs"
                            .formatted(sizes.queueItems(), pairs));
        }
        return new Dataset(sizes, seed);
    }

    /** All tables, those that others refer to first. */
    public List<CopyTable> tables() {
        return List.of(
                new CopyTable("codebase", Codebases.COLUMNS, out -> Codebases.write(sizes.codebases(), seed, out)),
                new CopyTable("campaign", "name, command", this::writeCampaigns),
                new CopyTable(
                        "candidate",
                        "codebase, campaign, command, value, success_chance, context",
                        this::writeCandidates),
                new CopyTable("run", RUN_COLUMNS, this::writeRuns),
                new CopyTable("run_branch", "run_id, role, name, base_revision, revision", this::writeBranches),
                new CopyTable(
                        "queue",
                        QueueRows.COLUMNS,
                        out -> QueueRows.write(sizes.queueItems(), sizes.codebases(), campaigns, seed, out)));
    }

    public List<Campaign> campaigns() {
        return campaigns;
    }

    private void writeCampaigns(CopyWriter out) throws IOException {
        for (Campaign campaign : campaigns) {
            out.row(campaign.name(), campaign.command());
        }
    }

    private void writeCandidates(CopyWriter out) throws IOException {
        Random random = Seeds.stream(seed, "candidate");
        for (int i = 0; i < sizes.codebases(); i++) {
            Campaign campaign = Seeds.pick(random, campaigns);
            out.row(
                    Codebases.name(i),
                    campaign.name(),
                    random.nextBoolean() ? campaign.command() : null,
                    Seeds.decimal(random, 1_000_000, 3),
                    Seeds.decimal(random, 101, 2),
                    RunHistory.context(random));
        }
    }

    private void writeRuns(CopyWriter out) throws IOException {
        history.forEach(run -> out.row(
                run.id(),
                run.codebase(),
                run.campaign().name(),
                run.campaign().command(),
                run.worker(),
                run.start(),
                run.finish(),
                "completed",
                run.payload().resultCode(),
                run.payload().description(),
                run.payload().value(),
                run.context(),
                ResultPayload.json(run.payload().result()),
                CopyWriter.array(run.payload().logfilenames()),
                run.instigatedContext()));
    }

    private void writeBranches(CopyWriter out) throws IOException {
        history.forEach(run -> {
            for (ResultPayload.Branch branch : run.payload().branches()) {
                out.row(run.id(), branch.role(), branch.name(), branch.baseRevision(), branch.revision());
            }
        });
    }
}

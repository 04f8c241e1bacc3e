package crosscheck.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * The files that simulations feed from. Small ones are committed under {@code feeders/}; larger ones go into the run folder.
 *
 * <ul>
 *   <li>{@code workers.csv}: {@code worker}
 *   <li>{@code codebases.csv}: {@code codebase}
 *   <li>{@code campaigns.csv}: {@code campaign,command}
 *   <li>{@code results.jsonl}: a body of the contract's "submit result" a line
 * </ul>
 *
 * @param workers names of workers
 * @param codebases names of the data set's codebases
 * @param campaigns names of the data set's campaigns
 * @param results payloads
 */
public record Feeders(int workers, int codebases, int campaigns, int results) {
    /** What is committed. */
    public static final Feeders SMALL = new Feeders(50, 100, 10, 200);

    public static final String WORKERS = "workers.csv";
    public static final String CODEBASES = "codebases.csv";
    public static final String CAMPAIGNS = "campaigns.csv";
    public static final String RESULTS = "results.jsonl";

    /** Writes all files into the directory, which is made where it is missing. */
    public void write(Path directory, long seed) {
        try {
            Files.createDirectories(directory);
            write(directory.resolve(WORKERS), this::writeWorkers);
            write(directory.resolve(CODEBASES), this::writeCodebases);
            write(directory.resolve(CAMPAIGNS), this::writeCampaigns);
            write(directory.resolve(RESULTS), out -> writeResults(out, seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(BufferedWriter out) throws IOException;
    }

    private static void write(Path file, Content content) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            content.writeTo(out);
        }
    }

    private void writeWorkers(BufferedWriter out) throws IOException {
        out.write("worker\n");
        for (int i = 1; i <= workers; i++) {
            out.write("worker-" + i + "\n");
        }
    }

    private void writeCodebases(BufferedWriter out) throws IOException {
        out.write("codebase\n");
        for (int i = 0; i < codebases; i++) {
            out.write(Codebases.name(i) + "\n");
        }
    }

    private void writeCampaigns(BufferedWriter out) throws IOException {
        out.write("campaign,command\n");
        for (Campaign campaign : Campaign.first(campaigns)) {
            out.write(campaign.name() + "," + campaign.command() + "\n");
        }
    }

    private void writeResults(BufferedWriter out, long seed) throws IOException {
        Random random = Seeds.stream(seed, "results");
        List<Campaign> choices = Campaign.first(campaigns);
        for (int i = 0; i < results; i++) {
            Campaign campaign = Seeds.pick(random, choices);
            boolean success = random.nextDouble() < campaign.successRate();
            String codebase = Codebases.name(random.nextInt(codebases));
            out.write(ResultPayload.of(codebase, campaign, success, random).json() + "\n");
        }
    }
}

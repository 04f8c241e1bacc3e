package crosscheck.observation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a run keeps its facts and what was made of them. Files of {@code observations/} are append-only; those beside it
 * can be made again from them.
 */
public record RunFolder(Path path) {

    public static RunFolder create(Path path) {
        try {
            Files.createDirectories(path.resolve("observations"));
            return new RunFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path plan() {
        return path.resolve("plan.json");
    }

    /** The machine-readable answer. */
    public Path result() {
        return path.resolve("result.json");
    }

    /** {@link Phase}, JSON lines. */
    public Path phases() {
        return observation("phases.jsonl");
    }

    /** {@link RequestRecord}, CSV with a header. */
    public Path requests() {
        return observation("requests.csv");
    }

    /** The ledger of accepted differences that held when the run was made; need not exist. */
    public Path ledger() {
        return path.resolve("ledger.conf");
    }

    /** Another ledger, while the run is judged by that; need not exist. */
    public Path judgedLedger() {
        return path.resolve("ledger-judged.conf");
    }

    /** An entry for each open finding, for a person to prune; need not exist. */
    public Path proposedLedger() {
        return path.resolve("ledger-proposed.conf");
    }

    /** Runs of before that this one is held against, copied when it began; absent where there was nothing to compare. */
    public Path baseline() {
        return path.resolve("baseline");
    }

    /** Stored runs, a JSON file each. */
    public Path storedRuns() {
        return baseline().resolve("stored");
    }

    /** Other runs of the candidate that this one is of, a JSON file each; need not exist. */
    public Path candidateRuns() {
        return baseline().resolve("candidates");
    }

    /** Where {@link HistogramLogs} are written; made from {@link #requests()}. */
    public Path histograms() {
        return path.resolve("histograms");
    }

    /** {@link ResourceSample}, JSON lines. */
    public Path resources() {
        return observation("resources.jsonl");
    }

    /** {@link ServerSample}, JSON lines. */
    public Path servers() {
        return observation("servers.jsonl");
    }

    /** {@link HarnessSample}, JSON lines. */
    public Path harness() {
        return observation("harness.jsonl");
    }

    /** {@link QueueCount}, JSON lines. */
    public Path queueCounts() {
        return observation("queue-counts.jsonl");
    }

    /** {@link StoredResult}, JSON lines. */
    public Path storedResults() {
        return observation("stored-results.jsonl");
    }

    /** {@link PlannedCheck}, JSON lines. */
    public Path checks() {
        return observation("checks.jsonl");
    }

    /** {@link ExchangeRecord}, JSON lines. */
    public Path exchanges() {
        return observation("exchanges.jsonl");
    }

    /** {@link LoadExchange}, JSON lines. */
    public Path loadExchanges() {
        return observation("load-exchanges.jsonl");
    }

    /** {@link CheckRun}, JSON lines. */
    public Path checkRuns() {
        return observation("check-runs.jsonl");
    }

    /** {@link MessageRecord}, JSON lines. */
    public Path messages() {
        return observation("messages.jsonl");
    }

    /** {@link Event}, JSON lines. */
    public Path events() {
        return observation("events.jsonl");
    }

    /** What it was judged by other than by its plan, a setting a line; need not exist. */
    public Path judgedWith() {
        return path.resolve("judged-with.conf");
    }

    /** Gatling's own page of the load; absent where Gatling did not get to write one. */
    public Path gatling() {
        return path.resolve("gatling");
    }

    /** Where a merged run keeps what is compared in full, a run folder for each run that it was made of. */
    public Path parts() {
        return path.resolve("parts");
    }

    /** Whether it was made of the folders of several runs. */
    public boolean isMerged() {
        return Files.isDirectory(parts());
    }

    /** The folders with what is compared in full: its own, or those of its parts. */
    public List<RunFolder> compared() {
        if (!isMerged()) {
            return List.of(this);
        }
        try (Stream<Path> folders = Files.list(parts())) {
            return folders.sorted().map(RunFolder::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path observation(String name) {
        return path.resolve("observations").resolve(name);
    }
}

package crosscheck.benchmark;

import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.contract.Implementation;
import crosscheck.observation.JsonLines;
import crosscheck.observation.Phase;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.QueueCount;
import crosscheck.observation.RequestLog;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Judgement;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A run folder of ten million requests in 24 blocks, judged by a JVM with 256 MiB of heap.
 */
final class AnalysisSpeed {
    static final int BLOCKS = 24;
    private static final long REQUESTS = 10_000_000;
    private static final double RATE = 500;

    private AnalysisSpeed() {}

    static void run(Path work) throws IOException, InterruptedException {
        RunFolder folder = write(work.resolve("run"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Judge.class.getName(),
                        folder.path().toString())
                .inheritIO()
                .start();
        int exit = process.waitFor();
        Files.delete(folder.requests());
        if (exit != 0) {
            throw new IllegalStateException("the judgement ended with " + exit);
        }
    }

    /** Judges the folder that it is given. */
    public static final class Judge {
        private Judge() {}

        public static void main(String[] args) {
            long before = System.nanoTime();
            Judgement.of(new RunFolder(Path.of(args[0])));
            double seconds = (System.nanoTime() - before) / 1e9;
            System.out.printf(
                    "%,d requests judged in %.1f s with %d MiB of heap: %,.0f a second%n",
                    REQUESTS, seconds, Runtime.getRuntime().maxMemory() >> 20, REQUESTS / seconds);
        }
    }

    private static RunFolder write(Path path) throws IOException {
        RunFolder folder = RunFolder.create(path);
        Settings settings =
                Configuration.load(Map.of(), new Properties(), Set.of()).settings();
        double seconds = REQUESTS / (BLOCKS * RATE);
        List<Phase.Load> loads = List.of(new Phase.Load("queue-assignment", RATE, seconds, 0));
        List<PlannedPhase> planned = new ArrayList<>();
        for (int index = 0; index < BLOCKS; index++) {
            Implementation side = Implementation.values()[index % 2];
            planned.add(new PlannedPhase(index, side, Phase.Kind.LOAD, index / 2, loads));
        }
        new Plan(
                        Plan.SCHEMA,
                        "Benchmark",
                        "soak",
                        null,
                        42,
                        Instant.EPOCH,
                        Map.of(),
                        settings.thresholds(),
                        List.of("load.*", "response-time.*", "invariant.*", "run.sound"),
                        Map.of(),
                        new Plan.Host("", "", 2, 1L << 33, "", "", Map.of()),
                        Map.of(),
                        planned,
                        null)
                .write(folder.plan());
        Files.deleteIfExists(folder.requests());
        RequestLog.create(folder.requests()).close();
        Random random = new Random(42);
        Files.deleteIfExists(folder.phases());
        Files.deleteIfExists(folder.queueCounts());
        try (BufferedWriter out = Files.newBufferedWriter(folder.requests(), StandardOpenOption.APPEND);
                JsonLines<Phase> phases = JsonLines.appendTo(folder.phases(), Phase.class);
                JsonLines<QueueCount> counts = JsonLines.appendTo(folder.queueCounts(), QueueCount.class)) {
            long items = 0;
            long start = 0;
            for (PlannedPhase phase : planned) {
                long requests = REQUESTS / BLOCKS;
                for (long i = 0; i < requests; i++) {
                    long sent = start + Math.round(i * 1_000_000 / RATE);
                    write(out, phase.index(), sent, 2_000 + random.nextInt(20_000), ++items, random);
                }
                long end = start + Math.round(seconds * 1_000_000);
                phases.append(phase.ran(start, end));
                counts.append(new QueueCount(
                        phase.index(),
                        Map.of("default", 2 * requests),
                        Map.of("default", 2 * requests),
                        2 * requests,
                        2 * requests));
                start = end + 1_000_000;
            }
        }
        return folder;
    }

    /** A line of the log; its reader refuses another format. */
    private static void write(BufferedWriter out, int phase, long sent, long took, long item, Random random)
            throws IOException {
        out.write(phase + ",queue-assignment,assign," + sent + "," + (sent + 100) + "," + (sent + 100 + took)
                + ",SUCCESS,200,," + item + ",");
        out.write(new UUID(random.nextLong(), random.nextLong()) + ",default,180,320\n");
    }
}

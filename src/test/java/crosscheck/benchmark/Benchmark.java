package crosscheck.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code Benchmark <harness, analysis, seeding> [pairs]}: prints ratios of what it measured, and judges none of them. */
public final class Benchmark {
    private static final int PAIRS = 7;

    private Benchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String what = args.length == 0 ? "harness" : args[0];
        int pairs = args.length < 2 ? PAIRS : Integer.parseInt(args[1]);
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target", "benchmark")), what + "-");
        switch (what) {
            case "harness" -> HarnessCost.run(work, pairs);
            case "analysis" -> AnalysisSpeed.run(work);
            case "seeding" -> SeedingSpeed.run(work, pairs);
            default ->
                throw new IllegalArgumentException(
                        "there is no benchmark " + what + "; known are harness, analysis and seeding");
        }
    }
}

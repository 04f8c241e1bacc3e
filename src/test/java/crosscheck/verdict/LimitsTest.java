package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.configuration.Thresholds;
import crosscheck.observation.Plan;
import crosscheck.observation.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Absolute limits: asked of both sides where they are set, and of nobody else. */
class LimitsTest {
    /** Of the made-up python: 400 MiB, half a core, 20 sessions; of rust 120 MiB and a fifth of a core. */
    private static final Map<String, Double> BETWEEN = Map.of("memory-mib", 200.0, "cpu-percent", 30.0);

    @TempDir
    Path folder;

    private int written;

    @Test
    void withoutALimitThereIsNoGate() {
        assertThat(judged(Map.of(), MadeUpRun.smoke()).result().gates())
                .extracting(Gate::id)
                .noneMatch(id -> id.startsWith("limits."));
    }

    @Test
    void whoTakesMoreFailsWhoTakesLessPasses() {
        Judged judged = judged(BETWEEN, MadeUpRun.smoke());

        assertThat(judged.gates(Verdict.FAIL)).containsExactly("limits.cpu-percent python", "limits.memory-mib python");
        assertThat(judged.gates(Verdict.PASS)).contains("limits.cpu-percent rust", "limits.memory-mib rust");
        assertThat(judged.gate("limits.cpu-percent python").observed()).isBetween(49.0, 51.0);
        assertThat(judged.gate("limits.memory-mib rust").reason()).contains("MiB at most while it was driven");
    }

    @Test
    void eachLimitIsOfTheQuantityThatItNames() {
        Judged above = judged(limits(1_000_000), MadeUpRun.smoke());
        Judged below = judged(limits(1e-9), MadeUpRun.smoke());

        assertThat(above.gates(Verdict.FAIL)).isEmpty();
        assertThat(below.gates(Verdict.FAIL))
                .contains(
                        "limits.connections rust",
                        "limits.descriptors rust",
                        "limits.network-kib rust",
                        "limits.queue-depth rust",
                        "limits.threads rust");
        assertThat(below.gate("limits.connections python").observed()).isEqualTo(20);
        assertThat(below.gate("limits.database-disk-kib rust").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Map<String, Double> limits(double each) {
        return Map.of(
                "connections", each,
                "database-disk-kib", each,
                "descriptors", each,
                "disk-read-kib", each,
                "disk-write-kib", each,
                "idle-in-transaction", each,
                "network-kib", each,
                "queue-depth", each,
                "threads", each);
    }

    private Judged judged(Map<String, Double> limits, MadeUpRun run) {
        RunFolder made = run.write(folder.resolve("run" + ++written));
        Plan plan = Plan.read(made.plan());
        Thresholds limited = plan.thresholds().limiting(limits);
        List<String> asked = new ArrayList<>(plan.askedGates());
        asked.add("limits.*");
        return new Judged(Judgement.of(made, limited, asked));
    }
}

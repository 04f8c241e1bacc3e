package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crosscheck.configuration.Thresholds;
import crosscheck.contract.Implementation;
import crosscheck.observation.Plan;
import crosscheck.observation.ResourceSample;
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

    @Test
    void ratesAreOfTheTimeInWhichTheSideWasDriven() {
        MadeUpRun run = MadeUpRun.smoke().rustSamples(LimitsTest::busy);
        long bytes = run.requests.stream()
                .filter(request -> run.side(request) == Implementation.RUST)
                .mapToLong(request -> request.bytesIn() + request.bytesOut())
                .sum();
        Judged judged = judged(limits(1_000_000), run);

        assertThat(judged.gate("limits.disk-read-kib rust").observed()).isEqualTo(2);
        assertThat(judged.gate("limits.disk-write-kib rust").observed()).isEqualTo(3);
        assertThat(judged.gate("limits.database-disk-kib rust").observed()).isEqualTo(4 + 5);
        assertThat(judged.gate("limits.network-kib rust").observed()).isCloseTo(bytes / 1024.0 / 12, within(1e-9));
        assertThat(judged.gate("limits.network-kib rust").unit()).isEqualTo("KiB/s");
        assertThat(judged.gate("limits.queue-depth rust").unit()).isEqualTo("rows");
        assertThat(judged.gate("limits.idle-in-transaction rust").unit()).isEqualTo("sessions");
        assertThat(judged.gate("limits.threads rust").unit()).isEqualTo("threads");
    }

    @Test
    void whoTakesAsMuchAsTheLimitKeepsIt() {
        assertThat(judged(Map.of("connections", 20.0), MadeUpRun.smoke()).gates(Verdict.PASS))
                .contains("limits.connections python", "limits.connections rust");
    }

    /** 2 KiB read and 3 written in a second, by the database for it 4 and 5. */
    private static ResourceSample busy(ResourceSample sample) {
        long kibibytes = sample.atMicros() / 1_000_000 << 10;
        return MadeUpRun.onDisk(sample, 2 * kibibytes, 3 * kibibytes, 4 * kibibytes, 5 * kibibytes);
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

package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A generator that is starved on purpose: what rests on its measurements is inconclusive, and no target is called slow. Broken
 * invariants are seen whoever is slow, and are not asked about here.
 */
@Tag("proof")
class StarvedGeneratorIT {
    @TempDir
    Path reports;

    @ParameterizedTest
    @EnumSource
    void isNoSlowTarget(Starvation starvation) throws Exception {
        MainJob.Outcome outcome = new MainJob(reports).run(job -> starvation.during(job, reports));

        assertThat(outcome.notPassed())
                .as(outcome.console())
                .filteredOn(gate ->
                        gate.startsWith("load.") || gate.startsWith("response-time.") || gate.startsWith("run."))
                .allMatch(gate -> gate.endsWith(" inconclusive"))
                .contains(
                        "run.sound both inconclusive",
                        "load.queue-assignment.p95 python inconclusive",
                        "load.queue-assignment.p95 rust inconclusive",
                        "load.queue-assignment.throughput rust inconclusive",
                        "response-time.gross both inconclusive");
        assertThat(outcome.result().path("verdict").asText()).isNotEqualTo("pass");
        assertThat(outcome.result().path("gates"))
                .filteredOn(gate -> gate.path("id").asText().equals("run.sound"))
                .allMatch(gate -> gate.path("reason").asText().contains(starvation.trouble()));
    }
}

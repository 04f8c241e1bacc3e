package crosscheck.verdict;

import static crosscheck.verdict.MadeUpRun.holding;
import static crosscheck.verdict.MadeUpRun.ofItem;
import static crosscheck.verdict.MadeUpRun.slower;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.RunError;
import crosscheck.contract.Implementation;
import crosscheck.observation.Event;
import crosscheck.observation.Event.Kind;
import crosscheck.observation.HarnessSample;
import crosscheck.observation.QueueCount;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that were cut short, measured badly or too small: what can still be said of them, and what not. */
class DoubtTest {
    @TempDir
    Path folder;

    @Test
    void aTargetThatDiedFailsAndWhatItCutShortIsInconclusive() {
        MadeUpRun run = MadeUpRun.smoke().cutShortBefore(4);
        run.events.add(new Event(1, Kind.TARGET_DIED, Implementation.RUST, "rust ended with 137:\nout of memory"));
        Judged judged = Judged.of(run, folder);

        assertThat(judged.gates(Verdict.FAIL)).containsExactly("target.alive rust");
        assertThat(judged.gates(Verdict.PASS)).containsExactly("target.alive python");
        assertThat(judged.gate("target.alive rust").reason()).contains("137", "out of memory");
        assertThat(judged.gate("load.worker-journey.p95 rust").reason())
                .isEqualTo("1 of 2 planned phases ran to their end");
        assertThat(judged.result().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged.result().measurements()).isNotEmpty();
    }

    @Test
    void aBrokenInvariantStandsThoughTheRunWasCutShort() {
        MadeUpRun run = MadeUpRun.smoke()
                .everyNthOfRust(100, request -> request.operation().equals("assign"), request -> ofItem(request, 7))
                .cutShortBefore(5);
        run.events.add(new Event(1, Kind.INTERRUPTED, null, "SIGINT"));
        Judged judged = Judged.of(run, folder);

        assertThat(judged.gates(Verdict.FAIL)).containsExactly("invariant.single-assignment rust");
        assertThat(judged.gate("run.sound both").reason()).contains("stopped from outside");
    }

    @Test
    void aPartOfCrosscheckThatFailedIsAnErrorOfTheHarness() {
        MadeUpRun run = MadeUpRun.smoke();
        run.events.add(new Event(1, Kind.HARNESS_FAILED, null, "the sampler failed"));
        Result result = Judged.of(run, folder).result();

        assertThat(result.lastLine()).isEqualTo("error/harness");
        assertThat(result.cause()).isEqualTo(RunError.Cause.HARNESS);
        assertThat(result.message()).isEqualTo("the sampler failed");
        assertThat(result.gates()).isNotEmpty();
    }

    @Test
    void aRunOfWhichNothingRanIsInconclusive() {
        MadeUpRun run = MadeUpRun.smoke().cutShortBefore(0);
        run.requests.clear();
        run.results.clear();
        run.resources.clear();
        Judged judged = Judged.of(run, folder);

        assertThat(judged.result().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.gates(Verdict.PASS)).isEmpty();
        assertThat(judged.gates(Verdict.FAIL)).isEmpty();
    }

    @Test
    void aRunThatAsksNoGateIsNeverGreen() {
        Result result = Judgement.of(MadeUpRun.smoke().write(folder), MadeUpRun.THRESHOLDS, List.of());

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.gates()).extracting(Gate::verdict).containsOnly(Verdict.SKIPPED);
    }

    static Stream<Arguments> sickGenerators() {
        return Stream.of(
                Arguments.of("used 95 % of the processors", new HarnessSample(0, 1.9, 0, 0, 0.5, 0.0, null)),
                Arguments.of("collected garbage 20 % of the time", new HarnessSample(0, 0, 200, 0, 0.5, 0.0, null)),
                Arguments.of("the hypervisor kept 30 %", new HarnessSample(0, 0, 0, 0, 0.5, 0.3, null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sickGenerators")
    void aSickGeneratorIsNoSlowTarget(String trouble, HarnessSample perSecond) {
        MadeUpRun run = MadeUpRun.smoke().rust(request -> true, request -> slower(request, 1_500_000));
        run.harness.replaceAll(sample -> {
            double seconds = sample.atMicros() / 1e6;
            return new HarnessSample(
                    sample.atMicros(),
                    perSecond.generatorCpuSeconds() * seconds,
                    Math.round(perSecond.generatorGcMillis() * seconds),
                    0,
                    0.5,
                    perSecond.hostSteal(),
                    null);
        });
        Judged judged = Judged.of(run, folder);

        assertThat(judged.gates(Verdict.FAIL)).isEmpty();
        assertThat(judged.result().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.gate("load.queue-assignment.p95 rust").reason()).contains("unsound", trouble);
        assertThat(judged.gate("run.sound both").observed()).isEqualTo(8);
    }

    @Test
    void arrivalsThatNeverCameAreNoProof() {
        MadeUpRun run = MadeUpRun.smoke();
        run.requests.removeIf(request -> request.scenario().equals("queue-assignment") && request.item() % 10 == 0);

        assertThat(Judged.of(run, folder)
                        .gate("load.queue-assignment.p95 python")
                        .reason())
                .contains("of 250 planned queue-assignment");
    }

    @Test
    void tooFewRequestsSayNothing() {
        MadeUpRun run = MadeUpRun.smoke();
        run.requests.removeIf(request -> request.scenario().equals("result-submission") && request.item() % 3 != 0);
        Judged judged = Judged.of(run, folder);

        assertThat(judged.gate("load.result-submission.p95 rust").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.gate("load.result-submission.error-rate rust").verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.gate("load.result-submission.throughput rust").verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void withoutCollisionsAnInvariantIsNotProven() {
        MadeUpRun run = MadeUpRun.smoke();
        run.requests.removeIf(request -> request.scenario().equals("worker-journey"));
        run.queues.replaceAll(count -> new QueueCount(
                count.phase(),
                count.pendingBefore(),
                count.rowsBefore(),
                count.rowsBefore()
                        - run.requests.stream()
                                .filter(request -> request.status() == 201 && request.phase() == count.phase())
                                .count()));
        Gate gate = Judged.of(run, folder).gate("invariant.single-assignment rust");

        assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate.reason()).isEqualTo("0 requests collided, fewer than 20");
    }

    @Test
    void whatTheMachineDoesNotTellIsSkippedWithTheReason() {
        Judged judged = Judged.of(MadeUpRun.smoke().rustSamples(sample -> holding(sample, null, null)), folder);

        assertThat(judged.gate("memory.ratio both").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(judged.gate("memory.ratio both").reason()).contains("of rust cannot be read");
        assertThat(judged.gate("connections.gross-growth rust").reason()).contains("of rust cannot be read");
    }

    @Test
    void withoutProportionalSizesMemoryIsResidentAndSaysSo() {
        MadeUpRun run = MadeUpRun.smoke();
        run.resources.replaceAll(MadeUpRun::withoutPss);

        assertThat(Judged.of(run, folder).gate("memory.ratio both").reason()).startsWith("RSS: ");
    }
}

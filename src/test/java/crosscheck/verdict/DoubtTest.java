package crosscheck.verdict;

import static crosscheck.verdict.MadeUpRun.holding;
import static crosscheck.verdict.MadeUpRun.later;
import static crosscheck.verdict.MadeUpRun.ofItem;
import static crosscheck.verdict.MadeUpRun.slower;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.RunError;
import crosscheck.contract.Implementation;
import crosscheck.observation.Event;
import crosscheck.observation.Event.Kind;
import crosscheck.observation.HarnessSample;
import crosscheck.observation.Outcome;
import crosscheck.observation.QueueCount;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleFunction;
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
    void aSideThatRefusesMostOfTheLoadHasNotShownThatItHoldsLittle() {
        MadeUpRun run = MadeUpRun.smoke()
                .everyNthOfRust(
                        1,
                        request -> request.plannedMicros() % 5 != 0,
                        request -> MadeUpRun.answered(request, Outcome.WRONG, 500, 1_000));
        Judged judged = Judged.of(run, folder);

        assertThat(judged.gates(Verdict.INCONCLUSIVE))
                .contains("memory.ratio both", "memory.gross-growth rust", "connections.gross-growth rust")
                .doesNotContain("memory.gross-growth python");
        assertThat(judged.gate("memory.ratio both").reason())
                .matches("\\d+ of \\d+ requests of \\S+ in phase \\d \\(rust\\) were not answered as promised");
    }

    @Test
    void aRunThatAsksNoGateIsNeverGreen() {
        Result result = Judgement.of(MadeUpRun.smoke().write(folder), MadeUpRun.THRESHOLDS, List.of());

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.gates()).extracting(Gate::verdict).containsOnly(Verdict.SKIPPED);
    }

    /** By trouble, what each second adds to a healthy sample. */
    static Stream<Arguments> sickGenerators() {
        return Stream.of(
                sick("used 95 % of the processors", s -> sample(s, 1.9, 0, 0.1, 0, 0.0, 2, 0)),
                sick("collected garbage 20 % of the time", s -> sample(s, 0, 200, 0.1, 0, 0.0, 2, 0)),
                sick("heap was 95 % full", s -> sample(s, 0, 0, 0.95, 0, 0.0, 2, 0)),
                sick("stood still 30 % of the time", s -> sample(s, 0, 0, 0.1, 300, 0.0, 2, 0)),
                sick("the hypervisor kept 30 %", s -> sample(s, 0, 0, 0.1, 0, 0.3, 2, 0)),
                sick("10.0 tasks for each processor wanted to run", s -> sample(s, 0, 0, 0.1, 0, 0.0, 20, 0)),
                sick("other processes used 40 % of the processors", s -> sample(s, 0, 0, 0.1, 0, 0.0, 2, 0.8)));
    }

    private static Arguments sick(String trouble, DoubleFunction<HarnessSample> afterSeconds) {
        return Arguments.of(trouble, afterSeconds);
    }

    private static HarnessSample sample(
            double seconds,
            double cpu,
            double gcMillis,
            double heap,
            double stalledMillis,
            double steal,
            int runnable,
            double othersCpu) {
        return new HarnessSample(
                Math.round(seconds * 1e6),
                0L,
                cpu * seconds,
                Math.round(gcMillis * seconds),
                heap,
                Math.round(stalledMillis * seconds),
                0,
                0.5,
                steal,
                runnable,
                othersCpu * seconds,
                null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sickGenerators")
    void aSickGeneratorIsNoSlowTarget(String trouble, DoubleFunction<HarnessSample> afterSeconds) {
        MadeUpRun run = MadeUpRun.smoke().rust(request -> true, request -> slower(request, 1_500_000));
        run.harness.replaceAll(sample -> afterSeconds.apply(sample.atMicros() / 1e6));
        Judged judged = Judged.of(run, folder);

        assertThat(judged.gates(Verdict.FAIL)).isEmpty();
        assertThat(judged.result().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.gate("load.queue-assignment.p95 rust").reason()).contains("unsound", trouble);
        assertThat(judged.gate("run.sound both").observed()).isEqualTo(8);
    }

    @Test
    void aClockThatJumpsSpoilsThePhaseInWhichItDoes() {
        MadeUpRun run = MadeUpRun.smoke();
        long jumped = run.phases.get(2).startMicros() + 2_500_000;
        run.harness.replaceAll(sample -> sample.atMicros() < jumped ? sample : MadeUpRun.ahead(sample, 150_000));

        assertThat(Judged.of(run, folder).gate("run.sound both").reason())
                .isEqualTo("phase 2 (rust): the wall clock moved by 150 ms");
    }

    @Test
    void arrivalsThatCameLateAreNoProof() {
        MadeUpRun run = MadeUpRun.smoke();
        long[] seen = {0};
        run.rust(
                request -> request.scenario().equals("queue-assignment") && seen[0]++ % 10 == 0,
                request -> later(request, 80_000));

        assertThat(Judged.of(run, folder).gate("load.queue-assignment.p95 rust").reason())
                .contains("10 % of queue-assignment arrivals started over 50 ms late");
    }

    @Test
    void whereTheMachineTellsLittleTheRestIsJudged() {
        MadeUpRun run = MadeUpRun.smoke();
        run.harness.replaceAll(sample -> new HarnessSample(
                sample.atMicros(),
                null,
                sample.generatorCpuSeconds(),
                sample.generatorGcMillis(),
                null,
                sample.generatorStalledMillis(),
                sample.samplerCpuSeconds(),
                null,
                null,
                null,
                null,
                null));

        assertThat(Judged.of(run, folder).gates(Verdict.PASS)).contains("run.sound both");
    }

    @Test
    void aGeneratorThatNobodyWatchedIsNotSound() {
        MadeUpRun run = MadeUpRun.smoke();
        run.harness.clear();

        assertThat(Judged.of(run, folder).gate("run.sound both").reason()).contains("nobody watched the generator");
    }

    @Test
    void aPhaseBetweenTwoSamplesIsJudgedByBoth() {
        MadeUpRun run = MadeUpRun.smoke();
        HarnessSample before = sample(0, 0, 0, 0.1, 0, 0.0, 2, 0);
        HarnessSample after = sample(1_000, 0, 0, 0.1, 500, 0.0, 2, 0);
        run.harness.clear();
        run.harness.addAll(List.of(before, after));

        assertThat(Judged.of(run, folder).gate("run.sound both").reason()).contains("stood still 50 % of the time");
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
                count.pendingAfter(),
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

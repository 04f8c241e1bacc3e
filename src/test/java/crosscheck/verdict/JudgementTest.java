package crosscheck.verdict;

import static crosscheck.verdict.MadeUpRun.answered;
import static crosscheck.verdict.MadeUpRun.holding;
import static crosscheck.verdict.MadeUpRun.later;
import static crosscheck.verdict.MadeUpRun.ofBucket;
import static crosscheck.verdict.MadeUpRun.ofItem;
import static crosscheck.verdict.MadeUpRun.slower;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import crosscheck.observation.Outcome;
import crosscheck.observation.QueueCount;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.StoredResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts in, exact sets of gates out. */
class JudgementTest {
    private static final Predicate<RequestRecord> ASSIGN = of("assign");
    private static final Predicate<RequestRecord> SUBMIT = of("submit-result");
    private static final Predicate<RequestRecord> ANY = request -> true;

    @TempDir
    Path folder;

    static Stream<Arguments> smoke() {
        return Stream.of(
                facts("healthy", () -> MadeUpRun.smoke(), Set.of(), Set.of()),
                facts(
                        "2 % errors",
                        () -> MadeUpRun.smoke()
                                .everyNthOfRust(50, ANY, request -> answered(request, Outcome.WRONG, 500, 5_000)),
                        Set.of(
                                "load.queue-assignment.error-rate rust",
                                "load.result-submission.error-rate rust",
                                "load.worker-journey.error-rate rust"),
                        Set.of()),
                facts(
                        "slow by a constant",
                        () -> MadeUpRun.smoke().rust(ANY, request -> slower(request, 40_000)),
                        Set.of("response-time.gross both"),
                        Set.of()),
                facts(
                        "so slow that the promise is broken",
                        () -> MadeUpRun.smoke().rust(in("queue-assignment"), request -> slower(request, 1_200_000)),
                        Set.of("load.queue-assignment.p95 rust", "response-time.gross both"),
                        Set.of()),
                facts(
                        "a freeze in one block only is no gross slowness",
                        () -> MadeUpRun.smoke()
                                .rust(
                                        request ->
                                                request.phase() == 2 && request.plannedMicros() % 2_000_000 < 500_000,
                                        request -> slower(request, 500_000)),
                        Set.of(),
                        Set.of()),
                facts(
                        "a cap below the planned rate",
                        () -> capped(0.92),
                        Set.of("load.queue-assignment.throughput rust", "response-time.gross both"),
                        Set.of()),
                facts(
                        "nothing succeeds",
                        () -> MadeUpRun.smoke().rust(ANY, request -> answered(request, Outcome.TIMEOUT, 0, 5_000_000)),
                        Set.of(
                                "load.queue-assignment.error-rate rust",
                                "load.result-submission.error-rate rust",
                                "load.worker-journey.error-rate rust",
                                "load.queue-assignment.throughput rust",
                                "load.result-submission.throughput rust",
                                "response-time.gross both"),
                        Set.of(
                                "connections.gross-growth rust",
                                "invariant.bucket-order rust",
                                "load.queue-assignment.p95 rust",
                                "load.result-submission.p95 rust",
                                "load.worker-journey.p95 rust",
                                "memory.gross-growth rust",
                                "memory.ratio both",
                                "run.sound both")),
                facts(
                        "a double assignment",
                        () -> MadeUpRun.smoke().everyNthOfRust(100, ASSIGN, request -> ofItem(request, 7)),
                        Set.of("invariant.single-assignment rust"),
                        Set.of()),
                facts(
                        "a lost result",
                        JudgementTest::lostResult,
                        Set.of("invariant.result-durability rust", "invariant.queue-conservation rust"),
                        Set.of()),
                facts(
                        "3 % false empties",
                        () -> MadeUpRun.smoke()
                                .everyNthOfRust(33, ASSIGN, request -> answered(request, Outcome.EMPTY, 503, 5_000)),
                        Set.of("invariant.no-false-empty rust", "load.queue-assignment.error-rate rust"),
                        Set.of()),
                facts(
                        "a higher bucket passed over",
                        () -> MadeUpRun.smoke().everyNthOfRust(20, ASSIGN, request -> ofBucket(request, "default")),
                        Set.of("invariant.bucket-order rust"),
                        Set.of()),
                facts(
                        "items of one bucket only",
                        () -> MadeUpRun.smoke()
                                .rust(ASSIGN, request -> ofBucket(request, "default"))
                                .rustQueues(count -> new QueueCount(
                                        count.phase(),
                                        Map.of("default", count.allPendingBefore()),
                                        Map.of("default", count.allPendingBefore()),
                                        count.rowsBefore(),
                                        count.rowsAfter())),
                        Set.of(),
                        Set.of("invariant.bucket-order rust")),
                facts(
                        "legitimate empties",
                        () -> MadeUpRun.smoke()
                                .everyNthOfRust(33, ASSIGN, request -> answered(request, Outcome.EMPTY, 503, 5_000))
                                .rustQueues(count -> new QueueCount(
                                        count.phase(),
                                        Map.of("default", 1L),
                                        Map.of("default", 1L),
                                        count.rowsBefore(),
                                        count.rowsAfter())),
                        Set.of(),
                        Set.of()),
                facts(
                        "a queue row too many",
                        () -> MadeUpRun.smoke()
                                .rustQueues(count -> new QueueCount(
                                        count.phase(),
                                        count.pendingBefore(),
                                        count.pendingAfter(),
                                        count.rowsBefore(),
                                        count.rowsAfter() + (count.phase() == 2 ? 1 : 0))),
                        Set.of("invariant.queue-conservation rust"),
                        Set.of()),
                facts(
                        "as much memory as the other side",
                        () -> MadeUpRun.smoke().rustSamples(sample -> holding(sample, 400L << 20, 20)),
                        Set.of("memory.ratio both"),
                        Set.of()),
                facts(
                        "memory that grows fast",
                        () -> MadeUpRun.smoke()
                                .rustSamples(sample -> holding(sample, (10L << 20) + sample.atMicros() * 10, 20)),
                        Set.of("memory.gross-growth rust"),
                        Set.of()),
                facts(
                        "connections that grow",
                        () -> MadeUpRun.smoke()
                                .rustSamples(sample -> holding(sample, 50L << 20, (int) (sample.atMicros() / 500_000))),
                        Set.of("connections.gross-growth rust"),
                        Set.of()),
                facts(
                        "processes that cannot be seen",
                        () -> MadeUpRun.smoke().rustSamples(sample -> holding(sample, null, null)),
                        Set.of(),
                        Set.of()),
                facts(
                        "nothing sampled",
                        () -> withoutSamples(),
                        Set.of(),
                        Set.of(
                                "memory.ratio both",
                                "memory.gross-growth python",
                                "memory.gross-growth rust",
                                "connections.gross-growth python",
                                "connections.gross-growth rust")),
                facts(
                        "late starts",
                        () -> MadeUpRun.smoke()
                                .everyNthOfRust(10, in("queue-assignment"), request -> later(request, 100_000)),
                        Set.of(),
                        Set.of(
                                "load.queue-assignment.p95 rust",
                                "load.queue-assignment.error-rate rust",
                                "load.queue-assignment.throughput rust",
                                "load.result-submission.p95 rust",
                                "load.result-submission.error-rate rust",
                                "load.result-submission.throughput rust",
                                "response-time.gross both",
                                "run.sound both")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smoke")
    void factsGiveExactlyTheseGates(
            String name, Supplier<MadeUpRun> run, Set<String> failed, Set<String> inconclusive) {
        Judged judged = Judged.of(run.get(), folder);

        assertThat(judged.gates(Verdict.FAIL)).isEqualTo(new TreeSet<>(failed));
        assertThat(judged.gates(Verdict.INCONCLUSIVE)).isEqualTo(new TreeSet<>(inconclusive));
    }

    /** Each request waits for what the rate that the target holds has left over from those before it. */
    private static MadeUpRun capped(double share) {
        MadeUpRun run = MadeUpRun.smoke();
        return run.rust(in("queue-assignment"), request -> {
            long sinceStart =
                    request.plannedMicros() - run.phases.get(request.phase()).startMicros();
            return slower(request, Math.round(sinceStart * (1 / share - 1)));
        });
    }

    private static MadeUpRun lostResult() {
        MadeUpRun run = MadeUpRun.smoke();
        RequestRecord lost = run.requests.stream()
                .filter(SUBMIT.and(request -> run.side(request) == Implementation.RUST))
                .findFirst()
                .orElseThrow();
        run.results.replaceAll(result -> result.run().equals(lost.run())
                ? new StoredResult(result.phase(), result.run(), StoredResult.State.ABSENT, "")
                : result);
        run.queues.replaceAll(count -> count.phase() == lost.phase()
                ? new QueueCount(
                        count.phase(),
                        count.pendingBefore(),
                        count.pendingAfter(),
                        count.rowsBefore(),
                        count.rowsAfter() + 1)
                : count);
        return run;
    }

    private static MadeUpRun withoutSamples() {
        MadeUpRun run = MadeUpRun.smoke();
        run.resources.clear();
        return run;
    }

    private static Predicate<RequestRecord> of(String operation) {
        return request -> request.operation().equals(operation);
    }

    private static Predicate<RequestRecord> in(String scenario) {
        return request -> request.scenario().equals(scenario);
    }

    private static Arguments facts(String name, Supplier<MadeUpRun> run, Set<String> failed, Set<String> inconclusive) {
        return Arguments.of(name, run, failed, inconclusive);
    }
}

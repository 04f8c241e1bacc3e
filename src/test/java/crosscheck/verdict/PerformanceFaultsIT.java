package crosscheck.verdict;

import static crosscheck.verdict.MadeUpRun.answered;
import static crosscheck.verdict.MadeUpRun.slower;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.observation.Outcome;
import crosscheck.observation.RequestRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults of how rust answers under load, each with exactly the gates that it fails in smoke and in baseline. */
class PerformanceFaultsIT {
    private static final Set<String> ERROR_RATES = all("error-rate");
    private static final Set<String> NORMAL_ERROR_RATES = all("error-rate.normal");

    @TempDir
    Path folder;

    enum Planted {
        SLOW_BY_A_CONSTANT(
                run -> run.rust(PerformanceFaultsIT::isLoaded, request -> slower(request, 12_000)),
                Set.of(),
                parity("mean", "p50", "p95", "p99")),
        VERY_SLOW(
                run -> run.rust(PerformanceFaultsIT::isLoaded, request -> slower(request, 1_200_000)),
                union(all("p95"), Set.of("response-time.gross both")),
                union(all("p95"), parity("mean", "p50", "p95", "p99"))),
        SLOW_TAIL(
                run -> run.everyNthOfRust(50, PerformanceFaultsIT::isLoaded, request -> slower(request, 400_000)),
                Set.of(),
                parity("mean", "p99")),
        PERIODIC_FREEZE(
                run -> run.rust(PerformanceFaultsIT::isLoaded, request -> frozen(request, 5_000_000, 300_000)),
                Set.of(),
                parity("mean", "p95", "p99")),
        HALF_A_PERCENT_OF_ERRORS(
                run -> run.everyNthOfRust(200, request -> true, PerformanceFaultsIT::failed),
                Set.of(),
                NORMAL_ERROR_RATES),
        TWO_PERCENT_OF_ERRORS(
                run -> run.everyNthOfRust(50, request -> true, PerformanceFaultsIT::failed),
                ERROR_RATES,
                union(ERROR_RATES, NORMAL_ERROR_RATES)),
        ERRORS_AT_THE_END(PerformanceFaultsIT::failingAtTheEnd, ERROR_RATES, union(ERROR_RATES, NORMAL_ERROR_RATES));

        private final UnaryOperator<MadeUpRun> planted;
        private final Set<String> smoke;
        private final Set<String> baseline;

        Planted(UnaryOperator<MadeUpRun> planted, Set<String> smoke, Set<String> baseline) {
            this.planted = planted;
            this.smoke = smoke;
            this.baseline = baseline;
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsItsGatesInSmoke(Planted fault) {
        Judged judged = Judged.of(fault.planted.apply(MadeUpRun.smoke()), folder);

        assertThat(judged.gates(Verdict.FAIL)).isEqualTo(new TreeSet<>(fault.smoke));
        assertThat(judged.gates(Verdict.INCONCLUSIVE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void failsItsGatesInBaseline(Planted fault) {
        Judged judged = Judged.of(fault.planted.apply(MadeUpRun.baseline()), folder);

        assertThat(judged.gates(Verdict.FAIL)).isEqualTo(new TreeSet<>(fault.baseline));
        assertThat(judged.gates(Verdict.INCONCLUSIVE)).isEmpty();
    }

    private static boolean isLoaded(RequestRecord request) {
        return request.operation().equals("assign") || request.operation().equals("submit-result");
    }

    private static RequestRecord failed(RequestRecord request) {
        return answered(request, Outcome.WRONG, 500, 5_000);
    }

    /** Nothing is answered while the target freezes, for so long at the end of each period. */
    private static RequestRecord frozen(RequestRecord request, long periodMicros, long freezeMicros) {
        long left = periodMicros - request.sentMicros() % periodMicros;
        return left <= freezeMicros ? slower(request, left) : request;
    }

    /** In the last block one request in 14: over 1 % of all, and too few to lower the throughput. */
    private static MadeUpRun failingAtTheEnd(MadeUpRun run) {
        int last = run.phases.stream().mapToInt(phase -> phase.block()).max().orElseThrow();
        return run.everyNthOfRust(
                14, request -> run.phases.get(request.phase()).block() == last, PerformanceFaultsIT::failed);
    }

    private static Set<String> all(String gate) {
        return Stream.of("queue-assignment", "result-submission", "worker-journey")
                .map(scenario -> "load." + scenario + "." + gate + " rust")
                .collect(Collectors.toSet());
    }

    private static Set<String> parity(String... statistics) {
        return Stream.of("assign", "submit-result")
                .flatMap(operation -> Arrays.stream(statistics)
                        .map(statistic -> "response-time.parity." + operation + "." + statistic + " both"))
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }
}

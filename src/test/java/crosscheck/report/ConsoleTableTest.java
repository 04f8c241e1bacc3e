package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.RunError;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.contract.Implementation;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTableTest {
    private static final Settings DEFAULTS =
            Configuration.load(Map.of(), new Properties(), Set.of()).settings();

    @TempDir
    Path reports;

    @Test
    void showsAGateALineWithBothSidesWithin100Columns() {
        List<String> lines =
                ConsoleTable.of(MadeUpRun.in(reports).failed()).lines().toList();

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(ConsoleTable.WIDTH));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .matches("load\\.queue-assignment\\.p95 +pass 19\\.4 ms +pass 5\\.13 ms +< 1000 ms"))
                .anySatisfy(line -> assertThat(line)
                        .matches("invariant\\.single-assignment +pass 0 findings +FAIL 2 findings +0 findings"))
                .anySatisfy(line -> assertThat(line).startsWith("    rust: 2 items were given"))
                .contains("3 gates skipped; the report says why");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("crosscheck: fail");
    }

    @Test
    void tellsAReasonThatGatesShareOnce() {
        List<Gate> gates = Stream.of("load.a.p95", "load.b.p95")
                .map(id -> new Gate(
                        id, "load", Implementation.RUST, Verdict.INCONCLUSIVE, 1.0, "< 2", "ms", 9, "others were busy"))
                .toList();

        assertThat(ConsoleTable.of(failed(gates)).lines())
                .contains("    rust: others were busy", "    rust: as said of load.a.p95");
    }

    @Test
    void breaksWhatIsTooLong() {
        String id = "load." + "x".repeat(200) + ".p95";
        Gate gate = new Gate(id, "load", null, Verdict.FAIL, 1e12, id, "requests/s", 1, "y".repeat(250) + " and more");

        assertThat(ConsoleTable.of(failed(List.of(gate))).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(ConsoleTable.WIDTH));
    }

    @Test
    void endsWithTheCauseOfAnError() {
        String text = ConsoleTable.of(Result.error(RunError.Cause.CONFIGURATION, "load.workers = -1: 1 or more"));

        assertThat(text).contains("load.workers = -1: 1 or more").endsWith("crosscheck: error/configuration");
    }

    @Test
    void saysWhereTheReportIsBeforeTheVerdict() {
        MadeUpRun run = MadeUpRun.in(reports);

        assertThat(ConsoleTable.of(run.passed(), run.folder()))
                .endsWith("report: " + reports.resolve("index.html") + System.lineSeparator() + "crosscheck: pass");
    }

    @Test
    void saysHowFarALongPhaseIs() {
        Plan plan = Plan.read(MadeUpRun.in(reports).folder().plan());

        assertThat(ConsolePlan.progress(plan.phases(), 2, 2)).isEqualTo("        0:02 of 0:05 min  (0:30 left)");
    }

    @Test
    void countsTheChecksOfEachSuite() {
        Map<String, List<String>> checks = new LinkedHashMap<>();
        checks.put("api.parity", List.of("a", "b"));
        checks.put("data.parity", List.of("c"));
        assertThat(ConsolePlan.checks(checks)).containsExactly("checks: api.parity 2 data.parity 1");

        IntStream.range(0, 20).forEach(i -> checks.put("a-long-suite-of-checks-" + i, List.of("d")));
        assertThat(ConsolePlan.checks(checks)).hasSizeGreaterThan(2).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(ConsoleTable.WIDTH));
        assertThat(ConsolePlan.checks(Map.of())).isEmpty();
    }

    @Test
    void saysThePlanAndEachPhase() {
        Plan plan = Plan.read(MadeUpRun.in(reports).folder().plan());

        assertThat(ConsolePlan.of(plan.simulation(), plan.profile(), plan.seed()))
                .isEqualTo("MigrationGateSimulation, profile smoke, seed 7");
        assertThat(ConsolePlan.rates(plan.phases()))
                .contains("load: queue-assignment 50/s, result-submission 25/s, worker-journey 8 workers");
        assertThat(ConsolePlan.phase(plan.phases(), 2))
                .isEqualTo("[ 3/10] load    python queue-assignment 50/s, result-submission 25/s  (0:32 left)");
        assertThat(ConsolePlan.phase(plan.phases(), 3)).contains("journey python worker-journey 8 workers");
    }

    @Test
    void saysHowLongItTakesAsFarAsThatIsPlanned() {
        List<PlannedPhase> phases =
                Plan.read(MadeUpRun.in(reports).folder().plan()).phases();
        Optional<Duration> limit = Optional.of(Duration.ofSeconds(45));

        assertThat(ConsolePlan.time(40, limit, phases, Optional.empty()))
                .isEqualTo("time: at most 0:45 min of checks; 0:42 min of load in 10 phases;"
                        + " at most 1:27 min besides resets");
        assertThat(ConsolePlan.time(0, Optional.empty(), phases, Optional.empty()))
                .isEqualTo("time: 0:42 min of load in 10 phases");
        assertThat(ConsolePlan.time(40, Optional.empty(), List.of(), Optional.empty()))
                .isEqualTo("time: as long as the checks take");
        assertThat(ConsolePlan.time(0, Optional.empty(), List.of(), Optional.of(DEFAULTS.capacity())))
                .isEqualTo("time: a search for capacity in at most 16 phases a side of 3 s");
    }

    private static Result failed(List<Gate> gates) {
        return MadeUpRun.ofGates(Verdict.FAIL, gates);
    }
}

package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crosscheck.contract.Implementation;
import crosscheck.observation.Outcome;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.ResourceSample;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a result tells beside its gates, against the facts that it was made of. */
class FiguresTest {
    private static final double MIB = 1 << 20;
    /** Two blocks a side, of 5 s and a journey of 1 s each. */
    private static final double DRIVEN_SECONDS = 12;

    @TempDir
    Path folder;

    @Test
    void whatASideHeldWhileItWasDriven() {
        MadeUpRun run = MadeUpRun.smoke();
        ResourceSummary python = resources(run, Implementation.PYTHON);
        ResourceSummary rust = resources(run, Implementation.RUST);
        long requests = count(run, request -> run.side(request) == Implementation.RUST);

        assertThat(rust.samples()).isEqualTo(2 * (6 + 2));
        assertThat(rust.memory()).isEqualTo("PSS");
        assertThat(rust.memoryMeanMib()).isBetween(120.0, 124.0);
        assertThat(rust.memoryMaxMib()).isBetween(rust.memoryMeanMib(), 124.0);
        assertThat(python.cpuCores()).isCloseTo(0.5, within(1e-9));
        assertThat(rust.cpuCores()).isCloseTo(0.2, within(1e-9));
        assertThat(rust.threadsMax()).isEqualTo(30);
        assertThat(rust.descriptorsMax()).isEqualTo(60);
        assertThat(rust.connectionsMean()).isEqualTo(20);
        assertThat(rust.connectionsMax()).isEqualTo(20);
        assertThat(rust.diskReadMib()).isZero();
        assertThat(rust.networkInMib()).isCloseTo(300 * requests / MIB, within(1e-9));
        assertThat(rust.networkOutMib()).isCloseTo(200 * requests / MIB, within(1e-9));
    }

    @Test
    void whatIsWrittenInEachPhaseAddsUp() {
        MadeUpRun run = MadeUpRun.smoke()
                .rustSamples(sample -> MadeUpRun.onDisk(sample, 0, sample.atMicros() / 1_000_000 << 20, null, null));

        assertThat(resources(run, Implementation.RUST).diskWriteMib()).isCloseTo(DRIVEN_SECONDS, within(1e-9));
        assertThat(resources(run, Implementation.PYTHON).diskWriteMib()).isZero();
    }

    @Test
    void whatWasNeverSampledIsNotThere() {
        MadeUpRun run = MadeUpRun.smoke()
                .rustSamples(sample -> ResourceSample.missing(sample.atMicros(), sample.implementation()));
        ResourceSummary rust = resources(run, Implementation.RUST);

        assertThat(rust.memoryMeanMib()).isNull();
        assertThat(rust.cpuCores()).isNull();
        assertThat(rust.connectionsMax()).isNull();
        assertThat(rust.descriptorsMax()).isNull();
        assertThat(rust.diskReadMib()).isNull();
        assertThat(rust.cpuSecondsPerThousand()).isNull();
        assertThat(rust.memoryMibMinutesPerThousand()).isNull();
    }

    @Test
    void whatAThousandRequestsCost() {
        MadeUpRun run = MadeUpRun.smoke();
        ResourceSummary python = resources(run, Implementation.PYTHON);
        double requests = count(run, request -> run.side(request) == Implementation.PYTHON);

        PerThousand cpu = python.cpuSecondsPerThousand();
        assertThat(cpu.value()).isCloseTo(1_000 * 0.5 * DRIVEN_SECONDS / requests, within(1e-9));
        assertThat(cpu.blocks()).isEqualTo(2);
        assertThat(cpu.lower()).isLessThan(cpu.value());
        assertThat(cpu.upper()).isCloseTo(2 * cpu.value() - cpu.lower(), within(1e-9));
        assertThat(python.memoryMibMinutesPerThousand().value())
                .isCloseTo(1_000 * 402 * DRIVEN_SECONDS / 60 / requests, within(0.2));
    }

    @Test
    void errorsAreAShareOfTheRequests() {
        MadeUpRun run = MadeUpRun.smoke()
                .rust(
                        request ->
                                request.scenario().equals("queue-assignment") && request.plannedMicros() % 40_000 == 0,
                        request -> MadeUpRun.answered(request, Outcome.WRONG, 500, 5_000));
        Measurement assignment = measurement(Judged.of(run, folder).result(), "queue-assignment", Implementation.RUST);

        assertThat(assignment.requests()).isEqualTo(500);
        assertThat(assignment.errors()).isEqualTo(250);
        assertThat(assignment.errorRate()).isEqualTo(0.5);
        assertThat(assignment.outcomes()).containsEntry(Outcome.WRONG, 250L);
        assertThat(assignment.series().stream()
                        .mapToLong(Measurement.Second::others)
                        .sum())
                .isEqualTo(250);
    }

    @Test
    void eachScenarioIsMeasuredAsAWholeAndWhereItHasSeveralByOperation() {
        MadeUpRun run = MadeUpRun.smoke();
        Result result = Judged.of(run, folder).result();

        assertThat(result.measurements().stream()
                        .filter(measurement -> measurement.implementation() == Implementation.RUST)
                        .map(measurement -> measurement.scenario() + " " + measurement.operation()))
                .containsExactly(
                        "queue-assignment ",
                        "result-submission ",
                        "worker-journey ",
                        "worker-journey assign",
                        "worker-journey put-artifact",
                        "worker-journey set-item-status",
                        "worker-journey submit-result");
        for (Measurement measured : result.measurements()) {
            long requests = count(
                    run,
                    request -> run.side(request) == measured.implementation()
                            && request.scenario().equals(measured.scenario())
                            && (measured.operation().isEmpty()
                                    || request.operation().equals(measured.operation())));
            assertThat(measured.requests()).isEqualTo(requests);
            assertThat(measured.outcomes()).containsOnlyKeys(Outcome.SUCCESS).containsValue(requests);
            assertThat(measured.series().stream().mapToLong(Measurement.Second::successes))
                    .satisfies(successes -> assertThat(successes.stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                            .isEqualTo(requests));
        }
        Measurement assignment = measurement(result, "queue-assignment", Implementation.RUST);
        assertThat(assignment.rate()).isCloseTo(50, within(1.0));
        assertThat(assignment.targetRate()).isEqualTo(50);
        assertThat(measurement(result, "worker-journey", Implementation.RUST).targetRate())
                .isNull();
        assertThat(measurement(result, "worker-journey", Implementation.RUST).rate())
                .isGreaterThan(500);
    }

    private static Measurement measurement(Result result, String scenario, Implementation side) {
        return result.measurements().stream()
                .filter(measurement -> measurement.implementation() == side)
                .filter(measurement -> measurement.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    private ResourceSummary resources(MadeUpRun run, Implementation side) {
        return Judged.of(run, folder.resolve("run-of-" + side)).result().resources().stream()
                .filter(summary -> summary.implementation() == side)
                .findFirst()
                .orElseThrow();
    }

    private static long count(MadeUpRun run, Predicate<RequestRecord> which) {
        return run.requests.stream().filter(which).count();
    }
}

package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.capacity.Step;
import crosscheck.contract.Implementation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code capacity.ratio} from the facts of a run on disk. */
class CapacityGateTest {
    @TempDir
    Path folder;

    @Test
    void threeTimesAsMuchPasses() {
        Judged judged = Judged.of(MadeUpSearch.of(150, 450).run(), folder);

        Gate gate = judged.gate("capacity.ratio both");
        assertThat(gate.verdict()).isEqualTo(Verdict.PASS);
        assertThat(gate.observed()).isBetween(2.7, 3.3);
        assertThat(gate.threshold()).isEqualTo("≥ 2");
        assertThat(gate.reason()).matches("python holds 1\\d\\d \\(95 % interval .*\\)/s, rust holds 4\\d\\d .* times");
    }

    @Test
    void asMuchFailsWithAnIntervalAroundOne() {
        Judged judged = Judged.of(MadeUpSearch.of(200, 200).run(), folder);

        assertThat(judged.gate("capacity.ratio both").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged.result().capacity().ratio().lower()).isLessThan(1);
        assertThat(judged.result().capacity().ratio().upper()).isGreaterThan(1);
    }

    @Test
    void nearTwiceAsMuchCannotBeTold() {
        Gate gate = Judged.of(MadeUpSearch.of(150, 300).run(), folder).gate("capacity.ratio both");

        assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate.reason()).startsWith("cannot be told from 2: ");
    }

    @Test
    void aSearchThatWasCutShortIsInconclusive() {
        Gate gate = Judged.of(MadeUpSearch.of(150, 450).cutShortAfter(12).run(), folder)
                .gate("capacity.ratio both");

        assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate.reason()).contains("the search did not come to its end");
    }

    @Test
    void otherSimulationsDoNotAnswer() {
        Gate gate = Judged.of(MadeUpRun.smoke(), folder).gate("capacity.ratio both");

        assertThat(gate.verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void aBusyHostIsSaid() {
        Gate gate = Judged.of(MadeUpSearch.of(200, 200).onHost(0.98, 0.6).run(), folder)
                .gate("capacity.ratio both");

        assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(gate.reason())
                .endsWith("the host was used up, so the interval allows for what the generator took of it");
    }

    @Test
    void othersOnTheHostMakeItInconclusive() {
        MadeUpRun run = MadeUpSearch.of(200, 200).run();
        run.harness.replaceAll(sample -> MadeUpSearch.withOthers(sample, 0.8));

        Judged judged = Judged.of(run, folder);
        assertThat(judged.gates(Verdict.INCONCLUSIVE)).contains("capacity.ratio both", "run.sound both");
        assertThat(judged.gate("capacity.ratio both").reason())
                .matches("the measurement was unsound: (\\d+) of \\1 phases of the search were disturbed, "
                        + "phase 4 \\(python\\): other processes used 40 % of the processors");
    }

    @Test
    void aSearchThatNobodyWatchedIsInconclusive() {
        MadeUpRun run = MadeUpSearch.of(150, 450).run();
        run.harness.clear();

        assertThat(Judged.of(run, folder).gates(Verdict.INCONCLUSIVE))
                .contains("capacity.ratio both", "run.sound both");
    }

    @Test
    void theResultHasTheCurveAndWhatIsBeyondIt() throws IOException {
        Result result = Judged.of(MadeUpSearch.of(150, 450).run(), folder).result();

        assertThat(result.capacity().sides())
                .extracting(side -> side.implementation())
                .containsExactly(Implementation.values());
        assertThat(result.capacity().sides()).allSatisfy(side -> {
            assertThat(side.search().steps())
                    .hasSizeGreaterThan(8)
                    .extracting(Step::held)
                    .contains(true, false);
            assertThat(side.overload().during().held()).isFalse();
            assertThat(side.overload().recoverySeconds()).isBetween(1.0, 8.0);
            assertThat(side.overload().violations()).isZero();
        });
        assertThat(result.capacity().generator().steps()).isNotEmpty();
        assertThat(ResultTest.violations(result)).isEmpty();
    }
}

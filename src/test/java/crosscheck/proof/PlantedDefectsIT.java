package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import crosscheck.standin.LoadFault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("proof")
class PlantedDefectsIT {
    private static final int ASSERTIONS_FAILED = 2;

    /** Gates on the relation of both sides, which name neither. */
    private static final Set<String> RELATIVE = Set.of("api.parity", "response-time.gross", "memory.ratio");

    /** Gates that a fault leaves without an answer: of an item that nobody was given nobody knows since when it is gone. */
    private static final Map<LoadFault, Set<String>> LEFT_OPEN =
            Map.of(LoadFault.ITEM_LOST, Set.of("invariant.bucket-order", "invariant.no-false-empty"));

    @TempDir
    Path reports;

    @ParameterizedTest
    @EnumSource(LoadFault.class)
    void plantedInRustFailsExactlyTheGatesThatItDeclares(LoadFault fault) throws Exception {
        MainJob.Outcome outcome = new MainJob(reports, "implementations.rust.faults=" + fault.id()).run();

        assertThat(outcome.notPassed())
                .as(outcome.console())
                .isEqualTo(Stream.concat(
                                fault.gates().stream()
                                        .map(gate -> gate + (RELATIVE.contains(gate) ? " both fail" : " rust fail")),
                                LEFT_OPEN.getOrDefault(fault, Set.of()).stream()
                                        .map(gate -> gate + " rust inconclusive"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(outcome.openFindings()).isEqualTo(new TreeSet<>(fault.findings()));
        assertThat(outcome.exitCode()).isEqualTo(ASSERTIONS_FAILED);
        Reconciliation.check(outcome.folder());
    }

    @ParameterizedTest
    @EnumSource(Implementation.class)
    void theSameOnBothSidesFailsNothingButTheImprovement(Implementation implementation) throws Exception {
        MainJob.Outcome outcome = new MainJob(reports, "aa=" + implementation).run();

        assertThat(outcome.notPassed()).as(outcome.console()).containsExactly("memory.ratio both fail");
        assertThat(outcome.openFindings()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(ASSERTIONS_FAILED);
        Reconciliation.check(outcome.folder());
    }
}

package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.check.Check;
import crosscheck.check.Step.Send;
import crosscheck.contract.Contract;
import crosscheck.standin.ErrorFault;
import crosscheck.standin.FunctionalFault;
import crosscheck.suite.Catalogue;
import crosscheck.verdict.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each functional fault, planted in rust, is found as exactly what it declares. */
@Tag("unproven")
class PlantedFunctionalDefectsIT {
    private static final List<Check> CATALOGUE = Catalogue.checks(Contract.load());

    /** Takes as long as all others together, and shows nothing that they do not but for faults of errors. */
    private static final String OUTAGE = "errors/database/every-operation";

    private static FunctionalStage stage;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        stage = new FunctionalStage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    static List<FunctionalFault> faults() {
        return FunctionalFault.all();
    }

    @Test
    void withoutFaultNothingIsFound() {
        List<Check> core = CATALOGUE.stream().filter(Check::core).toList();
        assertThat(found(core)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isFoundAsWhatItDeclares(FunctionalFault fault) {
        List<Check> checks = touchedBy(fault);
        Set<String> found = found(checks, fault);
        assertThat(found).isEqualTo(new TreeSet<>(fault.findings()));
    }

    private List<Check> touchedBy(FunctionalFault fault) {
        return CATALOGUE.stream()
                .filter(Check::core)
                .filter(check -> !check.id().equals(OUTAGE) || fault instanceof ErrorFault)
                .filter(check -> fault.operations().isEmpty()
                        || check.steps().stream()
                                .anyMatch(step -> step instanceof Send send
                                        && fault.operations().contains(send.operation())))
                .toList();
    }

    /** Findings as suite and kind. */
    private Set<String> found(List<Check> checks, FunctionalFault... faults) {
        List<Finding> findings =
                stage.play(checks, folder.resolve("run"), faults).findings();
        return findings.stream()
                .map(finding -> finding.suite() + "/" + finding.kind())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

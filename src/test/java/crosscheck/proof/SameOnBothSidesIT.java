package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.check.Check;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.suite.Catalogue;
import crosscheck.verdict.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One stand-in on both sides differs from itself in nothing, whichever side comes first and however often it is asked. */
class SameOnBothSidesIT {
    private static final List<Check> CATALOGUE = Catalogue.checks(Contract.load());
    private static final int TIMES = 5;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"PYTHON, 0", "RUST, 1"})
    void inTheCore(Implementation standIn, long seed) throws IOException {
        assertThat(found(standIn, seed, CATALOGUE.stream().filter(Check::core).toList()))
                .isEmpty();
    }

    @Tag("proof")
    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("twenty")
    void inTheWholeCatalogue(Implementation standIn, long seed) throws IOException {
        assertThat(found(standIn, seed, CATALOGUE)).isEmpty();
    }

    static Stream<Arguments> twenty() {
        return Stream.of(Implementation.values())
                .flatMap(standIn -> IntStream.range(0, 2 * TIMES).mapToObj(seed -> Arguments.of(standIn, seed)));
    }

    private List<Finding> found(Implementation standIn, long seed, List<Check> checks) throws IOException {
        try (FunctionalStage stage = new FunctionalStage(side -> standIn, seed)) {
            return stage.play(checks, folder.resolve("run")).findings();
        }
    }
}

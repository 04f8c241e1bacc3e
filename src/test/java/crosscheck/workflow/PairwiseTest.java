package crosscheck.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.check.Cast;
import crosscheck.configuration.Mixes;
import crosscheck.contract.Implementation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairwiseTest {
    @Test
    void everyTwoStepsArePlayedByEveryTwoImplementations() {
        List<Map<String, Implementation>> mixes = Pairwise.covering(Casting.STEPS);
        for (String one : Casting.STEPS) {
            for (String other : Casting.STEPS) {
                if (!one.equals(other)) {
                    assertThat(mixes.stream().map(mix -> mix.get(one) + "," + mix.get(other)))
                            .as(one + " and " + other)
                            .contains("python,python", "python,rust", "rust,python", "rust,rust");
                }
            }
        }
        assertThat(mixes).hasSizeLessThanOrEqualTo(8).doesNotHaveDuplicates();
    }

    @Test
    void allIsEveryChoiceOnce() {
        assertThat(Pairwise.all(Casting.STEPS)).hasSize(64).doesNotHaveDuplicates();
        assertThat(Casting.of(Mixes.ALL)).hasSize(64).doesNotHaveDuplicates();
    }

    @Test
    void theStrategysMixIsPythonsSiteAndRustsRest() {
        Cast strategy = Casting.of(Mixes.STRATEGY).get(2);
        assertThat(Casting.STEPS.stream().map(strategy::of).map(Implementation::id))
                .containsExactly("python", "rust", "rust", "rust", "rust", "rust");
    }

    @Test
    void castsHaveNamesOfTheirOwnAndTheReferenceIsPythonAlone() {
        for (Mixes mixes : Mixes.values()) {
            assertThat(Casting.of(mixes))
                    .extracting(Cast::name)
                    .doesNotHaveDuplicates()
                    .startsWith("python", "rust");
        }
    }
}

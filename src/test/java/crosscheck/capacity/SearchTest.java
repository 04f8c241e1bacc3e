package crosscheck.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search on curves of "how often is this rate held", whose noise comes from a seed. */
class SearchTest {
    private static final int SEEDS = 40;
    private static final int PHASES = 16;
    private static final Search SEARCH = new Search(75, 5, 4000, 0.25, PHASES, 0.95, List.of(0.5, 0.8));

    /** What became of the searches for capacities between 15 and 3000, evenly spread in logarithms. */
    private record Searches(double within10Percent, double covered, double phases) {}

    @Test
    void aSharpKneeIsAlwaysFoundWithinTenPercent() {
        Searches searches = searches(capacity -> rate -> rate <= capacity ? 1 : 0);

        assertThat(searches.within10Percent()).isEqualTo(1);
        assertThat(searches.covered()).isEqualTo(1);
        assertThat(searches.phases()).isLessThan(15);
    }

    @Test
    void aSoftKneeIsFoundWithinTenPercentInNineteenOfTwenty() {
        Searches searches = searches(capacity -> rate -> 1 / (1 + Math.pow(rate / capacity, 20)));

        assertThat(searches.within10Percent()).isGreaterThanOrEqualTo(0.95);
        assertThat(searches.covered()).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void aVerySoftKneeIsFoundWithinTenPercentInThreeOfFour() {
        Searches searches = searches(capacity -> rate -> 1 / (1 + Math.pow(rate / capacity, 10)));

        assertThat(searches.within10Percent()).isGreaterThanOrEqualTo(0.75);
        assertThat(searches.covered()).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void phasesThatFailByAccidentDoNotLowerTheAnswer() {
        Searches searches = searches(capacity -> rate -> rate <= capacity ? 0.92 : 0);

        assertThat(searches.within10Percent()).isGreaterThanOrEqualTo(0.9);
        assertThat(searches.covered()).isGreaterThanOrEqualTo(0.93);
    }

    @ParameterizedTest
    @CsvSource({"1", "4", "7", "9"})
    void oneOutlierMovesTheAnswerByLessThanItsInterval(int outlier) {
        List<Trial> done = new ArrayList<>();
        play(SEARCH, done, rate -> rate <= 333 && done.size() != outlier);

        Estimate estimate = SEARCH.estimate(done).orElseThrow();
        assertThat(estimate.value()).isBetween(300.0, 366.0);
        assertThat(SEARCH.remark(done)).isEmpty();
    }

    @Test
    void theAnswerIsConfirmedFromBelow() {
        List<Trial> done = played(rate -> rate <= 333);

        Estimate estimate = SEARCH.estimate(done).orElseThrow();
        assertThat(done.stream().filter(Trial::held).filter(trial -> trial.rate() > 0.9 * estimate.value()))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(done)
                .anyMatch(trial -> trial.rate() > 0.47 * estimate.value() && trial.rate() < 0.53 * estimate.value());
        assertThat(done)
                .anyMatch(trial -> trial.rate() > 0.75 * estimate.value() && trial.rate() < 0.85 * estimate.value());
    }

    @Test
    void ratesNeverMoreThanDouble() {
        List<Trial> done = played(rate -> rate <= 2500);
        double held = SEARCH.start() / 2;
        for (Trial trial : done) {
            assertThat(trial.rate()).isLessThanOrEqualTo(2 * held + 1e-9);
            held = trial.held() ? Math.max(held, trial.rate()) : held;
        }
    }

    @Test
    void aRateThatIsNotHeldBelowOneThatIsIsSaid() {
        List<Trial> done = played(rate -> rate <= 400 && (rate < 180 || rate > 230));

        assertThat(SEARCH.remark(done)).matches("\\d+/s were not held, although \\d+/s were");
    }

    @Test
    void aboveTheHighestRateTheAnswerIsAtLeast() {
        List<Trial> done = played(rate -> true);

        assertThat(SEARCH.estimate(done)).hasValueSatisfying(estimate -> {
            assertThat(estimate.value()).isEqualTo(4000);
            assertThat(estimate.upper()).isNull();
        });
        assertThat(SEARCH.remark(done)).startsWith("at least: 4000/s were held");
    }

    @Test
    void belowTheLowestRateThereIsNoAnswer() {
        List<Trial> done = played(rate -> false);

        assertThat(SEARCH.estimate(done)).isEmpty();
        assertThat(SEARCH.remark(done)).isEqualTo("not even 5/s were held");
        assertThat(done).hasSizeLessThan(PHASES);
    }

    @Test
    void aSearchThatWasCutShortSaysSo() {
        List<Trial> done = played(rate -> rate <= 333).subList(0, 4);

        assertThat(SEARCH.remark(done)).isEqualTo("the search did not come to its end");
        assertThat(SEARCH.remark(List.of())).isEqualTo("nothing was tried");
    }

    /** @param curve for a capacity, how often each rate is held */
    private static Searches searches(DoubleFunction<DoubleUnaryOperator> curve) {
        int close = 0;
        int covered = 0;
        int phases = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            double capacity = 15 * Math.pow(200, (double) seed / SEEDS);
            DoubleUnaryOperator held = curve.apply(capacity);
            Random random = new Random(seed);
            List<Trial> done = played(rate -> random.nextDouble() < held.applyAsDouble(rate));
            Estimate estimate = SEARCH.estimate(done).orElseThrow();
            close += Math.abs(estimate.value() / capacity - 1) <= 0.1 ? 1 : 0;
            covered +=
                    estimate.lower() <= capacity && (estimate.upper() == null || estimate.upper() >= capacity) ? 1 : 0;
            phases += done.size();
        }
        return new Searches((double) close / SEEDS, (double) covered / SEEDS, (double) phases / SEEDS);
    }

    private static List<Trial> played(DoublePredicate held) {
        List<Trial> done = new ArrayList<>();
        play(SEARCH, done, held);
        return done;
    }

    private static void play(Search search, List<Trial> done, DoublePredicate held) {
        Optional<Double> rate = search.next(done);
        while (rate.isPresent()) {
            done.add(new Trial(rate.get(), held.test(rate.get())));
            rate = search.next(done);
        }
    }
}

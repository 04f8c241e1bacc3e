package crosscheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EffectTest {
    @Test
    void theShiftIsTheMiddleOfAllDifferencesAndHeedsNoOutlier() {
        assertThat(Effect.shift(new double[] {1, 2, 3}, new double[] {4, 5, 6})).isEqualTo(3);
        assertThat(Effect.shift(new double[] {1, 2, 3}, new double[] {4, 5, 600}))
                .isEqualTo(3);
        assertThat(Effect.shift(new double[] {1, 3}, new double[] {4})).isEqualTo(2);
    }

    @Test
    void dominanceIsOneWhereEveryValueIsLargerAndNoneWhereTheyAreAlike() {
        assertThat(Effect.dominance(new double[] {1, 2}, new double[] {3, 4})).isEqualTo(1);
        assertThat(Effect.dominance(new double[] {3, 4}, new double[] {1, 2})).isEqualTo(-1);
        assertThat(Effect.dominance(new double[] {1, 2}, new double[] {1, 2})).isZero();
        assertThat(Effect.dominance(new double[] {1, 3}, new double[] {2, 4})).isEqualTo(0.5);
    }
}

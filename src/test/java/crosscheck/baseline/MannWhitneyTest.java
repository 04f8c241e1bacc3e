package crosscheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {
    private static final double EXACT = 1e-12;

    @Test
    void samplesThatDoNotOverlapHaveTheSmallestPValueOfTheirSizes() {
        double[] low = {1, 2, 3, 4, 5};
        double[] high = {6, 7, 8, 9, 10};

        assertThat(MannWhitney.pValue(low, high)).isCloseTo(2 / 252.0, within(EXACT));
        assertThat(MannWhitney.pValue(high, low)).isCloseTo(2 / 252.0, within(EXACT));
        assertThat(MannWhitney.leastPValue(5, 5)).isCloseTo(2 / 252.0, within(EXACT));
        assertThat(MannWhitney.leastPValue(5, 20)).isCloseTo(2 / 53_130.0, within(EXACT));
    }

    @Test
    void equalValuesSayNothing() {
        assertThat(MannWhitney.pValue(new double[] {3, 3, 3}, new double[] {3, 3, 3, 3}))
                .isEqualTo(1);
    }

    @Test
    void isTheShareOfAllChoicesAsFarOffWithTiesAsWithout() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            double[] one = random.ints(4, 0, 6).asDoubleStream().toArray();
            double[] other = random.ints(5, 0, 6).asDoubleStream().toArray();

            assertThat(MannWhitney.pValue(one, other)).isCloseTo(enumerated(one, other), within(EXACT));
        }
    }

    /** The same by trying every choice of as many of the values, with ranks counted pair by pair. */
    private static double enumerated(double[] one, double[] other) {
        double[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        double observed = rankSum(all, (1 << one.length) - 1);
        int choices = 0;
        int lower = 0;
        int upper = 0;
        for (int choice = 0; choice < 1 << all.length; choice++) {
            if (Integer.bitCount(choice) == one.length) {
                choices++;
                lower += rankSum(all, choice) <= observed ? 1 : 0;
                upper += rankSum(all, choice) >= observed ? 1 : 0;
            }
        }
        return Math.min(1, 2.0 * Math.min(lower, upper) / choices);
    }

    private static double rankSum(double[] all, int choice) {
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            if ((choice & 1 << i) != 0) {
                for (double value : all) {
                    sum += value < all[i] ? 1 : value == all[i] ? 0.5 : 0;
                }
            }
        }
        return sum;
    }
}

package crosscheck.verdict;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * The mean of differences between paired blocks, with Student's t for its uncertainty: blocks are few, and their means near
 * enough to normal.
 *
 * @param deviation standard deviation of the differences; NaN with fewer than two
 */
record PairedDifference(int pairs, double mean, double deviation) {

    static PairedDifference of(List<Double> differences) {
        double[] values = differences.stream().mapToDouble(Double::doubleValue).toArray();
        double deviation = values.length < 2 ? Double.NaN : new StandardDeviation().evaluate(values);
        return new PairedDifference(values.length, new Mean().evaluate(values), deviation);
    }

    /** Half the width of the two-sided confidence interval; NaN with fewer than two pairs. */
    double halfWidth(double confidence) {
        return pairs < 2 ? Double.NaN : student().inverseCumulativeProbability((1 + confidence) / 2) * standardError();
    }

    /** The p-value of "the true mean is not below the bound"; 1 with fewer than two pairs. */
    double notBelow(double bound) {
        return tail(mean - bound);
    }

    /** The p-value of "the true mean is not above the bound"; 1 with fewer than two pairs. */
    double notAbove(double bound) {
        return tail(bound - mean);
    }

    private double tail(double distance) {
        if (pairs < 2) {
            return 1;
        }
        if (deviation == 0) {
            return distance < 0 ? 0 : 1;
        }
        return student().cumulativeProbability(distance / standardError());
    }

    private double standardError() {
        return deviation / Math.sqrt(pairs);
    }

    private TDistribution student() {
        return new TDistribution(null, pairs - 1.0);
    }
}

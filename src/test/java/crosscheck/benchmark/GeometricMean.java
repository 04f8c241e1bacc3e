package crosscheck.benchmark;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** The mean of ratios and its 95 % interval, Student's t on their logarithms. */
record GeometricMean(double mean, double lower, double upper, int count) {

    static GeometricMean of(List<Double> ratios) {
        SummaryStatistics logarithms = new SummaryStatistics();
        ratios.forEach(ratio -> logarithms.addValue(Math.log(ratio)));
        int count = ratios.size();
        double half = count < 2
                ? Double.NaN
                : new TDistribution(null, count - 1.0).inverseCumulativeProbability(0.975)
                        * logarithms.getStandardDeviation()
                        / Math.sqrt(count);
        double mean = logarithms.getMean();
        return new GeometricMean(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half), count);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.3f (95 %% interval %.3f to %.3f over %d pairs)", mean, lower, upper, count);
    }
}

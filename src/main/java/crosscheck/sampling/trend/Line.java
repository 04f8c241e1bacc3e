package crosscheck.sampling.trend;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** A straight line through a series. */
record Line(double intercept, double slope) {

    /** Theil and Sen's: the median of the slopes between all pairs, which outliers do not move. */
    static Line theilSen(Series series) {
        int n = series.size();
        double[] slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[k++] = (series.values()[j] - series.values()[i]) / (series.minutes()[j] - series.minutes()[i]);
            }
        }
        double slope = new Median().evaluate(slopes);
        double[] rest = IntStream.range(0, n)
                .mapToDouble(i -> series.values()[i] - slope * series.minutes()[i])
                .toArray();
        return new Line(new Median().evaluate(rest), slope);
    }

    /** That with the least squares. */
    static Line leastSquares(Series series) {
        double minute = Arrays.stream(series.minutes()).average().orElseThrow();
        double value = Arrays.stream(series.values()).average().orElseThrow();
        double slope = covariation(series) / spread(series.minutes());
        return new Line(value - slope * minute, slope);
    }

    /** Sum of the products of the distances of times and values from their means. */
    static double covariation(Series series) {
        double minute = Arrays.stream(series.minutes()).average().orElseThrow();
        return IntStream.range(0, series.size())
                .mapToDouble(i -> (series.minutes()[i] - minute) * series.values()[i])
                .sum();
    }

    /** Sum of squared distances from the mean. */
    static double spread(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElseThrow();
        return Arrays.stream(numbers).map(each -> (each - mean) * (each - mean)).sum();
    }

    double[] residuals(Series series) {
        return IntStream.range(0, series.size())
                .mapToDouble(i -> series.values()[i] - intercept - slope * series.minutes()[i])
                .toArray();
    }
}

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
        return through(series, new Median().evaluate(slopes));
    }

    /** Of the given slope, with as many values above as below. */
    static Line through(Series series, double slope) {
        double[] rest = IntStream.range(0, series.size())
                .mapToDouble(i -> series.values()[i] - slope * series.minutes()[i])
                .toArray();
        return new Line(new Median().evaluate(rest), slope);
    }

    /** That with the least squares. */
    static Line leastSquares(Series series) {
        double minute = Arrays.stream(series.minutes()).average().orElseThrow();
        double value = Arrays.stream(series.values()).average().orElseThrow();
        double together = 0;
        double spread = 0;
        for (int i = 0; i < series.size(); i++) {
            double distance = series.minutes()[i] - minute;
            together += distance * series.values()[i];
            spread += distance * distance;
        }
        double slope = together / spread;
        return new Line(value - slope * minute, slope);
    }

    double at(double minute) {
        return intercept + slope * minute;
    }

    double[] residuals(Series series) {
        return IntStream.range(0, series.size())
                .mapToDouble(i -> series.values()[i] - at(series.minutes()[i]))
                .toArray();
    }
}

package crosscheck.sampling.trend;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Values over time, in the order of time; minutes from any origin. */
record Series(double[] minutes, double[] values) {
    /** Four standard deviations of normal noise, in median absolute ones. */
    private static final double OUTLYING = 4 * 1.4826;

    /** One measured value; what was not measured has none. */
    static Series of(List<Measurement> measurements) {
        List<Measurement> ordered = measurements.stream()
                .sorted((left, right) -> Double.compare(left.minute(), right.minute()))
                .toList();
        return new Series(
                ordered.stream().mapToDouble(Measurement::minute).toArray(),
                ordered.stream().mapToDouble(Measurement::value).toArray());
    }

    List<Measurement> measurements() {
        return IntStream.range(0, size())
                .mapToObj(i -> new Measurement(minutes[i], values[i]))
                .toList();
    }

    int size() {
        return values.length;
    }

    /** Minutes from the first to the last. */
    double span() {
        return size() == 0 ? 0 : minutes[size() - 1] - minutes[0];
    }

    Series since(double minute) {
        return select(
                IntStream.range(0, size()).filter(i -> minutes[i] >= minute).toArray());
    }

    Series select(int[] indices) {
        return new Series(
                Arrays.stream(indices).mapToDouble(i -> minutes[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> values[i]).toArray());
    }

    Series withValues(double[] other) {
        return new Series(minutes, other);
    }

    /** What lies far from a line that most values follow is pulled in, not dropped: it may be the beginning of something. */
    Series withoutOutliers() {
        Line line = Line.theilSen(this);
        double[] residuals = line.residuals(this);
        double far = OUTLYING
                * new Median().evaluate(Arrays.stream(residuals).map(Math::abs).toArray());
        return far == 0
                ? this
                : withValues(IntStream.range(0, size())
                        .mapToDouble(i -> line.at(minutes[i]) + Math.min(Math.max(residuals[i], -far), far))
                        .toArray());
    }

    /** Means of the middle halves of stretches of equal length in time, a gap giving none; itself where it has no more values than that. */
    Series blocks(int count) {
        if (size() <= count) {
            return this;
        }
        double length = span() / count * (1 + 1e-9);
        int[] block = IntStream.range(0, size())
                .map(i -> (int) ((minutes[i] - minutes[0]) / length))
                .toArray();
        int[] used = Arrays.stream(block).distinct().toArray();
        double[] centres = new double[used.length];
        double[] middles = new double[used.length];
        for (int b = 0; b < used.length; b++) {
            int number = used[b];
            Series members = select(
                    IntStream.range(0, size()).filter(i -> block[i] == number).toArray());
            centres[b] = Arrays.stream(members.minutes).average().orElseThrow();
            middles[b] = middle(members.values);
        }
        return new Series(centres, middles);
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = sorted.length / 4;
        return Arrays.stream(sorted, cut, sorted.length - cut).average().orElseThrow();
    }
}

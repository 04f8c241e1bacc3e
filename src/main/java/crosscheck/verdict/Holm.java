package crosscheck.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's step-down adjustment (Scandinavian Journal of Statistics 6, 1979): the chance of any false claim is controlled. */
final class Holm {
    private Holm() {}

    /** Adjusted p-values in the order of the given ones. */
    static double[] adjust(List<Double> pValues) {
        int[] ascending = IntStream.range(0, pValues.size())
                .boxed()
                .sorted(Comparator.comparingDouble(pValues::get))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.size()];
        double largest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            double p = Math.min(1, (ascending.length - rank) * pValues.get(ascending[rank]));
            largest = Math.max(largest, p);
            adjusted[ascending[rank]] = largest;
        }
        return adjusted;
    }
}

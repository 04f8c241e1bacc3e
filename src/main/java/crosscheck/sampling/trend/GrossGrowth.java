package crosscheck.sampling.trend;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** The coarse question that a short run can answer: how much more is held in its last judged block than in its first. */
public final class GrossGrowth {
    private GrossGrowth() {}

    /** The difference of the medians, nothing where a block has no measured value. */
    public static OptionalDouble between(List<Measurement> firstBlock, List<Measurement> lastBlock) {
        return firstBlock.isEmpty() || lastBlock.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(median(lastBlock) - median(firstBlock));
    }

    private static double median(List<Measurement> block) {
        return new Median()
                .evaluate(block.stream().mapToDouble(Measurement::value).toArray());
    }
}

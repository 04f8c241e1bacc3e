package crosscheck.verdict;

import java.util.List;

/**
 * How many times as much rust held as python: the geometric mean over pairs of blocks, with Student's interval on the
 * logarithms, widened to the ratios of every block of one side to every block of the other. Pairs alone would know the
 * noise within two processes, not how a process drifts.
 */
record Ratio(double mean, double lower, double upper, int pairs) {

    /** One pair of blocks, each its mean. */
    record Pair(double python, double rust) {}

    static Ratio of(List<Pair> pairs, double confidence) {
        PairedDifference logarithms = PairedDifference.of(pairs.stream()
                .map(pair -> Math.log(pair.rust() / pair.python()))
                .toList());
        double half = pairs.size() < 2 ? 0 : logarithms.halfWidth(confidence);
        double least = pairs.stream().mapToDouble(Pair::rust).min().orElseThrow()
                / pairs.stream().mapToDouble(Pair::python).max().orElseThrow();
        double most = pairs.stream().mapToDouble(Pair::rust).max().orElseThrow()
                / pairs.stream().mapToDouble(Pair::python).min().orElseThrow();
        return new Ratio(
                Math.exp(logarithms.mean()),
                Math.min(least, Math.exp(logarithms.mean() - half)),
                Math.max(most, Math.exp(logarithms.mean() + half)),
                pairs.size());
    }
}

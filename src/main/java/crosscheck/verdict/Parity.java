package crosscheck.verdict;

import crosscheck.configuration.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether rust is no slower than python by more than a margin, each statistic of each operation a test over paired blocks;
 * Holm's adjustment over all of them, once for "no slower", once for "slower". A margin that is a share of python's time is
 * that of its own block: what is tested is what rust takes beyond it, so that python's uncertainty counts, and a block on a
 * slower machine has a wider margin.
 *
 * @param noSlower adjusted chance of such blocks if rust were slower than the margin allows
 * @param slower adjusted chance of such blocks if it were not
 * @param tests how many questions were asked at once
 */
record Parity(Comparison comparison, double noSlower, double slower, int tests, long samples, String gap) {
    /** A percentile of fewer requests beyond it than this is a matter of luck. */
    private static final int TAIL = 5;
    /** With fewer, Student's t says nothing that anyone would act on. */
    private static final int PAIRS = 3;

    private enum Statistic {
        MEAN("mean", 0.5, RequestFigures::meanMillis),
        P50("p50", 0.5, figures -> figures.quantileMillis(0.5)),
        P95("p95", 0.95, figures -> figures.quantileMillis(0.95)),
        P99("p99", 0.99, figures -> figures.quantileMillis(0.99));

        private final String id;
        private final double quantile;
        private final ToDoubleFunction<RequestFigures> of;

        Statistic(String id, double quantile, ToDoubleFunction<RequestFigures> of) {
            this.id = id;
            this.quantile = quantile;
            this.of = of;
        }

        double margin(double python, Thresholds limits) {
            double least = this == MEAN
                    ? limits.responseTime().marginMeanMillis()
                    : limits.responseTime().marginPercentileMillis();
            return Math.max(limits.responseTime().marginShare() * python, least);
        }

        /**
         * How far the clocks and histograms can have moved the difference. Requests come at random phases of a clock's
         * tick, which leaves a mean unbiased but not a percentile.
         */
        double resolution(ResponseTimes.Pair pair) {
            return this == MEAN
                    ? 0
                    : pair.python().resolutionMillis(quantile) + pair.rust().resolutionMillis(quantile);
        }

        double beyondMargin(ResponseTimes.Pair pair, Thresholds limits) {
            double python = of.applyAsDouble(pair.python());
            return of.applyAsDouble(pair.rust()) - python - margin(python, limits);
        }
    }

    static List<Parity> of(ResponseTimes times) {
        List<Parity> tests = new ArrayList<>();
        for (String operation : times.scenario().keySet()) {
            for (Statistic statistic : Statistic.values()) {
                tests.add(test(operation, statistic, times));
            }
        }
        List<Parity> sound = tests.stream().filter(test -> test.gap.isEmpty()).toList();
        double[] noSlower = Holm.adjust(sound.stream().map(Parity::noSlower).toList());
        double[] slower = Holm.adjust(sound.stream().map(Parity::slower).toList());
        return tests.stream()
                .map(test -> {
                    int at = sound.indexOf(test);
                    return at < 0
                            ? test
                            : new Parity(
                                    test.comparison, noSlower[at], slower[at], sound.size(), test.samples, test.gap);
                })
                .toList();
    }

    private static Parity test(String operation, Statistic statistic, ResponseTimes times) {
        Thresholds limits = times.evidence().thresholds();
        List<ResponseTimes.Pair> pairs = times.pairs(operation);
        PairedDifference difference = PairedDifference.of(pairs.stream()
                .map(pair -> statistic.of.applyAsDouble(pair.rust()) - statistic.of.applyAsDouble(pair.python()))
                .toList());
        double python = pairs.stream()
                .mapToDouble(pair -> statistic.of.applyAsDouble(pair.python()))
                .average()
                .orElse(0);
        double resolution =
                pairs.stream().mapToDouble(statistic::resolution).max().orElse(0);
        PairedDifference beyond = PairedDifference.of(
                pairs.stream().map(pair -> statistic.beyondMargin(pair, limits)).toList());
        double half = difference.halfWidth(limits.confidence());
        Comparison comparison = new Comparison(
                operation,
                statistic.id,
                pairs.size(),
                python,
                python + difference.mean(),
                difference.mean(),
                difference.pairs() < 2 ? null : difference.mean() - half,
                difference.pairs() < 2 ? null : difference.mean() + half,
                difference.mean() - beyond.mean());
        return new Parity(
                comparison,
                beyond.notBelow(-resolution),
                beyond.notAbove(resolution),
                1,
                pairs.stream()
                        .mapToLong(
                                pair -> pair.python().requests() + pair.rust().requests())
                        .sum(),
                gap(statistic, pairs, limits));
    }

    private static String gap(Statistic statistic, List<ResponseTimes.Pair> pairs, Thresholds limits) {
        if (pairs.size() < PAIRS) {
            return pairs.size() + " paired blocks are fewer than " + PAIRS;
        }
        long fewest = pairs.stream()
                .mapToLong(
                        pair -> Math.min(pair.python().requests(), pair.rust().requests()))
                .min()
                .orElse(0);
        long needed = Math.max(limits.load().minSamples(), Math.round(TAIL / (1 - statistic.quantile)));
        return fewest < needed
                ? "a block of " + fewest + " requests is too small for a " + statistic.id + ", which needs " + needed
                : "";
    }
}

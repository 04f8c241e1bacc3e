package crosscheck.baseline;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Compares a candidate's runs with stored ones, metric by metric. With five runs or more by Mann and Whitney's test, with fewer
 * against the prediction interval of twenty stored runs or more. Either takes runs for independent, which runs of one machine
 * are not: the change also has to lie beyond what runs in a row drift apart by themselves, and has to matter in practice. The
 * chance of any false word over all metrics together is {@value #FALSE_ALARMS}, split evenly (Bonferroni).
 */
public final class Comparing {
    static final int CANDIDATES_FOR_A_TEST = 5;
    static final int STORED_FOR_AN_INTERVAL = 20;
    /** Drift cannot be told from fewer. */
    static final int STORED_AT_LEAST = 5;

    /**
     * A run alone (fewer than five) may be an outlier such as none of the stored ones was: it has to lie so many times as far off as
     * Student's t has it, and where runs vary so much that a change that matters could not be told from noise, twice as far.
     */
    private static final double OUTLIER = 1.25;

    private static final double OUTLIER_IN_NOISE = 2;

    private static final double FALSE_ALARMS = 0.01;
    private static final int MOST_RUNS = 60;
    private static final double Z_POWER = new NormalDistribution().inverseCumulativeProbability(0.95);

    private final double level;
    private final double autocorrelation;

    private Comparing(int metrics, double autocorrelation) {
        level = FALSE_ALARMS / metrics;
        this.autocorrelation = autocorrelation;
    }

    /**
     * @param stored runs that may be compared with these, the oldest first
     * @param candidates runs of one build, the oldest first
     * @param metrics what is compared
     */
    public static List<Comparison> of(List<RunRecord> stored, List<RunRecord> candidates, List<Metric> metrics) {
        List<double[]> series = metrics.stream()
                .filter(metric -> !metric.measure().isShare())
                .map(metric -> scaled(metric.measure(), figures(stored, metric)))
                .toList();
        Comparing comparing = new Comparing(metrics.size(), Drift.autocorrelation(series));
        return metrics.stream()
                .map(metric -> comparing.compare(metric, figures(stored, metric), figures(candidates, metric)))
                .toList();
    }

    private static List<Figure> figures(List<RunRecord> runs, Metric metric) {
        return runs.stream().flatMap(run -> run.figure(metric).stream()).toList();
    }

    private Comparison compare(Metric metric, List<Figure> before, List<Figure> now) {
        int n = before.size();
        int k = now.size();
        if (k == 0) {
            return Comparison.inconclusive(metric, n, k, "this run did not measure it");
        }
        int missing = fewestStored(k) - n;
        if (missing > 0) {
            return Comparison.inconclusive(metric, n, k, tooFew(n, k, missing));
        }
        Measure measure = metric.measure();
        double[] scaledBefore = scaled(measure, before);
        double[] scaledNow = scaled(measure, now);
        double mean = before.stream().mapToDouble(Figure::value).average().orElseThrow();
        double samples = before.stream().mapToLong(Figure::samples).average().orElseThrow();
        Drift drift = Drift.of(scaledBefore, autocorrelation).atLeast(measure.leastDeviation(mean, samples, n));
        boolean tested = k >= CANDIDATES_FOR_A_TEST;
        double change = tested ? Effect.shift(scaledBefore, scaledNow) : mean(scaledNow) - mean(scaledBefore);
        double margin = measure.margin(mean);
        double quantile = new TDistribution(null, drift.freedom()).inverseCumulativeProbability(1 - level / 2);
        double bound = bound(drift, quantile, n, k);
        Double p = tested ? MannWhitney.pValue(scaledNow, scaledBefore) : null;
        double detectable = detectable(drift, quantile, margin, n, k);
        boolean wouldBeFound = detectable <= measure.target(mean);
        boolean changed = Math.abs(change) > (tested || wouldBeFound ? bound : OUTLIER_IN_NOISE / OUTLIER * bound)
                && Math.abs(change) >= margin
                && (p == null || p <= level)
                && (!measure.isShare() || chanceOfCounts(before, now) <= level);
        Outcome outcome = changed
                ? change > 0 ? Outcome.WORSE : Outcome.BETTER
                : wouldBeFound ? Outcome.SAME : Outcome.INCONCLUSIVE;
        String reason = String.format(
                Locale.ROOT,
                "%s %s (%s to %s) against %d stored runs%s",
                measure.inWords(change),
                k == 1 ? "in this run" : "in " + k + " runs",
                measure.inWords(change - bound),
                measure.inWords(change + bound),
                n,
                outcome == Outcome.INCONCLUSIVE ? ": " + toTell(drift, quantile, measure, mean, n, k) : "");
        return new Comparison(
                metric,
                outcome,
                mean,
                now.stream().mapToDouble(Figure::value).average().orElseThrow(),
                measure.plain(change),
                measure.plain(change - bound),
                measure.plain(change + bound),
                Effect.dominance(scaledBefore, scaledNow),
                p,
                measure.plain(detectable),
                n,
                k,
                reason);
    }

    /** Fisher's exact test of the counts behind two shares, two-sided: a few errors are no rate yet. */
    private static double chanceOfCounts(List<Figure> before, List<Figure> now) {
        int requests = (int) requests(now);
        int hits = (int) hits(now);
        var counts = new HypergeometricDistribution(
                null, (int) (requests + requests(before)), (int) (hits + hits(before)), requests);
        return Math.min(1, 2 * Math.min(counts.cumulativeProbability(hits), counts.upperCumulativeProbability(hits)));
    }

    private static long requests(List<Figure> figures) {
        return figures.stream().mapToLong(Figure::samples).sum();
    }

    private static long hits(List<Figure> figures) {
        return figures.stream()
                .mapToLong(figure -> Math.round(figure.value() / 100 * figure.samples()))
                .sum();
    }

    /**
     * The change that is found nineteen times in twenty: beyond what lies apart by chance, and beyond what matters.
     *
     * @param quantile of Student's t at the level
     */
    private static double detectable(Drift drift, double quantile, double margin, int before, int now) {
        double error = drift.standardError(before, now);
        return Math.max(bound(drift, quantile, before, now), margin) + Z_POWER * error;
    }

    /** How far apart runs of one build lie by chance. */
    private static double bound(Drift drift, double quantile, int before, int now) {
        return (now < CANDIDATES_FOR_A_TEST ? OUTLIER : 1) * quantile * drift.standardError(before, now);
    }

    /** The stored runs without which these many of a candidate cannot be compared at all. */
    private int fewestStored(int candidates) {
        if (candidates < CANDIDATES_FOR_A_TEST) {
            return STORED_FOR_AN_INTERVAL;
        }
        return IntStream.iterate(STORED_AT_LEAST, n -> n + 1)
                .filter(n -> MannWhitney.leastPValue(candidates, n) <= level)
                .findFirst()
                .orElseThrow();
    }

    private String tooFew(int stored, int candidates, int missing) {
        String said = "%d runs against %d stored ones say nothing: %d more stored runs are needed"
                .formatted(candidates, stored, missing);
        int others = fewestStored(CANDIDATES_FOR_A_TEST) - stored;
        return candidates < CANDIDATES_FOR_A_TEST
                ? said + ", or " + (CANDIDATES_FOR_A_TEST - candidates) + " more of the candidate"
                        + (others > 0 ? " and " + others + " more stored" : "")
                : said;
    }

    /** What it would take, if the runs to come vary as those that are there. */
    private String toTell(Drift drift, double quantile, Measure measure, double before, int stored, int candidates) {
        String change = measure.inWords(measure.target(before));
        double margin = measure.margin(before);
        OptionalInt more = first(
                candidates + 1,
                k -> k >= CANDIDATES_FOR_A_TEST
                        && stored >= fewestStored(k)
                        && detectable(drift, quantile, margin, stored, k) <= measure.target(before));
        if (more.isPresent()) {
            return "%d more runs of the candidate would tell a change of %s"
                    .formatted(more.getAsInt() - candidates, change);
        }
        OptionalInt both = first(
                Math.max(stored, candidates) + 1,
                n -> detectable(drift, quantile, margin, n, n) <= measure.target(before));
        return both.isPresent()
                ? "%d more stored runs and %d more of the candidate would tell a change of %s"
                        .formatted(both.getAsInt() - stored, both.getAsInt() - candidates, change)
                : "runs vary too much to tell a change of " + change + " with " + MOST_RUNS
                        + " of them: longer blocks, or a quieter machine";
    }

    private static OptionalInt first(int from, IntPredicate enough) {
        return IntStream.rangeClosed(from, MOST_RUNS).filter(enough).findFirst();
    }

    private static double[] scaled(Measure measure, List<Figure> figures) {
        return figures.stream()
                .mapToDouble(figure -> measure.scaled(figure.value()))
                .toArray();
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }
}

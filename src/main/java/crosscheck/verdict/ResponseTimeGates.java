package crosscheck.verdict;

import static crosscheck.verdict.Numbers.plain;
import static java.lang.String.format;

import crosscheck.configuration.Thresholds;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code response-time.gross} and {@code response-time.parity.<operation>.<statistic>}. */
record ResponseTimeGates(Evidence evidence, RunHealth health, ResponseTimes times, List<Parity> parities) {
    private static final String SUITE = "response-time";

    /** The least that rust exceeded python by in any pair of blocks, and over all of them. */
    private record Excess(String operation, double ratio, double rustMillis, long samples) {}

    List<Question> questions() {
        Thresholds limits = evidence.thresholds();
        Question gross = new Question(
                "response-time.gross",
                SUITE,
                null,
                "≤ " + plain(limits.responseTime().grossMillis()) + " ms or ≤ "
                        + plain(limits.responseTime().grossRatio()),
                "ratio",
                () -> gross().unless(doubt()).passUnless(evidence.unloaded()));
        return Stream.concat(Stream.of(gross), parities.stream().map(this::parity))
                .toList();
    }

    private Optional<String> doubt() {
        return health.doubt(phase -> true, evidence).or(() -> Evidence.unfinished(evidence.phases().stream()));
    }

    private Answer gross() {
        if (evidence.implementations().size() < 2) {
            return Answer.skipped("only one side was driven");
        }
        Thresholds limits = evidence.thresholds();
        List<Excess> excesses = times.scenario().keySet().stream()
                .flatMap(operation -> excess(operation).stream())
                .filter(excess -> excess.samples() >= limits.load().minSamples())
                .toList();
        Comparator<Excess> gravity =
                Comparator.<Excess, Boolean>comparing(this::isGross).thenComparingDouble(Excess::ratio);
        return excesses.stream()
                .max(gravity)
                .map(worst -> Answer.of(
                        !isGross(worst),
                        worst.ratio(),
                        worst.samples(),
                        format(
                                Locale.ROOT,
                                "%s: rust's mean is at least %.2f times python's and %.1f ms in each pair of blocks",
                                worst.operation(),
                                worst.ratio(),
                                worst.rustMillis())))
                .orElseGet(() -> Answer.inconclusive(
                        null, 0, "no operation has " + limits.load().minSamples() + " requests on each side"));
    }

    private boolean isGross(Excess excess) {
        return excess.ratio() > evidence.thresholds().responseTime().grossRatio()
                && excess.rustMillis() > evidence.thresholds().responseTime().grossMillis();
    }

    /** A hiccup of the machine shows in one pair of blocks, a slow implementation in each. */
    private Optional<Excess> excess(String operation) {
        List<ResponseTimes.Pair> pairs = times.pairs(operation);
        long samples = Math.min(
                pairs.stream().mapToLong(pair -> pair.python().requests()).sum(),
                pairs.stream().mapToLong(pair -> pair.rust().requests()).sum());
        return pairs.stream()
                .map(pair -> new Excess(
                        operation,
                        pair.rust().meanMillis()
                                / Math.max(
                                        pair.python().meanMillis(),
                                        pair.python().clockResolutionMillis()),
                        pair.rust().meanMillis(),
                        samples))
                .min(Comparator.comparing(this::isGross).thenComparingDouble(Excess::ratio));
    }

    private Question parity(Parity parity) {
        Comparison comparison = parity.comparison();
        return new Question(
                "response-time.parity." + comparison.operation() + "." + comparison.statistic(),
                SUITE,
                null,
                format(Locale.ROOT, "≤ %.2f", comparison.margin()),
                "ms",
                () -> judge(parity).unless(doubt()).passUnless(evidence.unloaded()));
    }

    private Answer judge(Parity parity) {
        if (evidence.implementations().size() < 2) {
            return Answer.skipped("only one side was driven");
        }
        Comparison comparison = parity.comparison();
        if (comparison.pairs() == 0) {
            return Answer.inconclusive(null, 0, "no pair of blocks ran");
        }
        if (!parity.gap().isEmpty()) {
            return Answer.inconclusive(comparison.difference(), parity.samples(), parity.gap());
        }
        double significance = 1 - evidence.thresholds().confidence();
        boolean noSlower = parity.noSlower() < significance;
        boolean slower = parity.slower() < significance;
        String said = format(
                Locale.ROOT,
                "python %.2f ms, rust %.2f ms; difference %.2f ms (%.0f %% interval %.2f to %.2f ms) over %d pairs of blocks, "
                        + "one of %d questions (Holm: p = %.4f of a difference within the margin, %.4f of one beyond)",
                comparison.python(),
                comparison.rust(),
                comparison.difference(),
                100 * evidence.thresholds().confidence(),
                comparison.lower(),
                comparison.upper(),
                comparison.pairs(),
                parity.tests(),
                parity.slower(),
                parity.noSlower());
        return noSlower || slower
                ? Answer.of(noSlower, comparison.difference(), parity.samples(), said)
                : Answer.inconclusive(
                        comparison.difference(), parity.samples(), "neither within the margin nor over it: " + said);
    }
}

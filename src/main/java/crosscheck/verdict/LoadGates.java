package crosscheck.verdict;

import static crosscheck.verdict.Numbers.plain;
import static java.lang.String.format;

import crosscheck.configuration.Thresholds;
import crosscheck.contract.Implementation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code load.<scenario>.p95}, {@code .error-rate}, {@code .throughput}, {@code .error-rate.normal} of each side. */
record LoadGates(Evidence evidence, RunHealth health) {
    private static final String SUITE = "load";
    /** The operations whose response times a closed journey promises; its others only give it its shape. */
    private static final List<String> TIMED = List.of("assign", "submit-result");

    List<Question> questions() {
        return evidence.scenarios().stream()
                .flatMap(scenario -> evidence.implementations().stream()
                        .filter(side ->
                                evidence.phases(side, scenario).findAny().isPresent())
                        .flatMap(side -> questions(scenario, side)))
                .toList();
    }

    private Stream<Question> questions(String scenario, Implementation side) {
        Thresholds limits = evidence.thresholds();
        String id = "load." + scenario;
        Optional<Double> target = evidence.targetRate(side, scenario);
        return Stream.of(
                question(
                        id + ".p95",
                        side,
                        scenario,
                        "< " + plain(limits.load().p95Millis()),
                        "ms",
                        () -> p95(side, scenario)),
                question(
                        id + ".error-rate",
                        side,
                        scenario,
                        "< " + plain(100 * limits.load().errorRate()),
                        "%",
                        () -> errorRate(side, scenario)),
                question(
                        id + ".throughput",
                        side,
                        scenario,
                        target.map(rate -> "≥ " + plain(limits.load().throughputShare() * rate))
                                .orElse("≥ target rate"),
                        "requests/s",
                        () -> throughput(side, scenario, target)),
                question(
                        id + ".error-rate.normal",
                        side,
                        scenario,
                        "< " + plain(100 * limits.load().errorRateNormal()),
                        "%",
                        () -> normalErrorRate(side, scenario)));
    }

    private Question question(
            String id, Implementation side, String scenario, String threshold, String unit, Supplier<Answer> answer) {
        return new Question(id, SUITE, side, threshold, unit, () -> answer.get()
                .unless(health.doubt(
                        phase -> phase.planned().implementation() == side && phase.drives(scenario), evidence))
                .unless(Evidence.unfinished(evidence.phases(side, scenario))));
    }

    private Answer p95(Implementation side, String scenario) {
        boolean closed = evidence.targetRate(side, scenario).isEmpty();
        RequestFigures figures = RequestFigures.sum(evidence.phases(side, scenario)
                .flatMap(phase -> phase.scenarios().getOrDefault(scenario, Map.of()).entrySet().stream())
                .filter(operation -> !closed || TIMED.contains(operation.getKey()))
                .map(Map.Entry::getValue)
                .toList());
        long n = figures.requests();
        if (n == 0) {
            return Answer.inconclusive(null, 0, "no request was sent");
        }
        double p95 = figures.quantileMillis(0.95);
        if (figures.successes() == 0) {
            return Answer.inconclusive(p95, n, "no request succeeded");
        }
        double limit = evidence.thresholds().load().p95Millis();
        QuantileRange range = QuantileRange.of(0.95, n, evidence.thresholds().confidence());
        boolean surelyAbove = figures.quantileMillis(range.lower()) >= limit;
        if (n < evidence.thresholds().load().minSamples() && !surelyAbove) {
            return tooFew(p95, n);
        }
        return Answer.of(
                p95 < limit,
                p95,
                n,
                format(
                        Locale.ROOT,
                        "95 %% of requests were answered within %.1f ms (%.0f %% interval %.1f to %.1f ms)",
                        p95,
                        100 * evidence.thresholds().confidence(),
                        figures.quantileMillis(range.lower()),
                        figures.quantileMillis(range.upper())));
    }

    private Answer errorRate(Implementation side, String scenario) {
        RequestFigures figures = evidence.figures(side, scenario);
        Proportion errors = new Proportion(figures.errors(), figures.requests());
        if (errors.trials() < evidence.thresholds().load().minSamples()) {
            return tooFew(100 * errors.share(), errors.trials());
        }
        return Answer.of(
                errors.share() < evidence.thresholds().load().errorRate(),
                100 * errors.share(),
                errors.trials(),
                said(figures, errors));
    }

    private Answer normalErrorRate(Implementation side, String scenario) {
        double limit = evidence.thresholds().load().errorRateNormal();
        double confidence = evidence.thresholds().confidence();
        RequestFigures figures = evidence.figures(side, scenario);
        Proportion errors = new Proportion(figures.errors(), figures.requests());
        if (errors.trials() == 0) {
            return tooFew(null, 0);
        }
        boolean below = errors.upper(confidence) < limit;
        boolean above = errors.lower(confidence) > limit;
        double observed = 100 * errors.share();
        String said = said(figures, errors);
        return below || above
                ? Answer.of(below, observed, errors.trials(), said)
                : Answer.inconclusive(
                        observed,
                        errors.trials(),
                        "too few requests to tell from " + plain(100 * limit) + " %: " + said);
    }

    private String said(RequestFigures figures, Proportion errors) {
        double confidence = evidence.thresholds().confidence();
        String falseEmpties =
                figures.falseEmpties() == 0 ? "" : ", " + figures.falseEmpties() + " of them a false \"queue empty\"";
        return format(
                Locale.ROOT,
                "%d of %d requests were errors%s (%.0f %% bounds %.3f and %.3f %%)",
                errors.hits(),
                errors.trials(),
                falseEmpties,
                100 * confidence,
                100 * errors.lower(confidence),
                100 * errors.upper(confidence));
    }

    private Answer throughput(Implementation side, String scenario, Optional<Double> target) {
        if (target.isEmpty()) {
            return Answer.skipped("a closed scenario has no target rate");
        }
        RequestFigures figures = evidence.figures(side, scenario);
        CompletionRate rate = evidence.phases(side, scenario)
                .map(phase -> phase.rate(scenario))
                .reduce(CompletionRate.NONE, CompletionRate::plus);
        if (figures.requests() < evidence.thresholds().load().minSamples()) {
            return tooFew(rate.perSecond(), figures.requests());
        }
        double least = evidence.thresholds().load().throughputShare() * target.get();
        return Answer.of(
                rate.perSecond() >= least,
                rate.perSecond(),
                figures.successes(),
                format(
                        Locale.ROOT,
                        "%.2f successes/s completed of %s planned, without the first and last 2.5 %% of a block",
                        rate.perSecond(),
                        plain(target.get())));
    }

    private Answer tooFew(Double observed, long n) {
        return Answer.inconclusive(
                observed,
                n,
                n + " requests are fewer than " + evidence.thresholds().load().minSamples());
    }
}

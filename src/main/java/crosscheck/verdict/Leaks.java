package crosscheck.verdict;

import static crosscheck.verdict.Numbers.plain;

import crosscheck.contract.Implementation;
import crosscheck.sampling.trend.LeakJudgement;
import crosscheck.sampling.trend.Measurement;
import crosscheck.sampling.trend.Trend;
import crosscheck.sampling.trend.Trends;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trends of what each side held while it was driven.
 *
 * <p>A run asks several such questions at once. So that it raises a false alarm with a probability of {@link #IN_A_RUN} at
 * most whatever resources do together, each question is given an equal part of it (Bonferroni).
 */
record Leaks(Evidence evidence, ResourceUse use) {
    /** That any leak gate of a run fails though nothing leaks. */
    static final double IN_A_RUN = 0.01;

    /** Of the time under load: caches fill, compilers compile. */
    private static final double WARM_UP = 0.1;

    private static final int POINTS = 120;

    /** What may leak. */
    enum Resource {
        MEMORY("memory", Quantity.RSS, 1 / 256.0),
        CONNECTIONS("connections", Quantity.CONNECTIONS, 1),
        DESCRIPTORS("descriptors", Quantity.DESCRIPTORS, 1),
        THREADS("threads", Quantity.THREADS, 1);

        private final String id;
        private final Quantity quantity;
        private final double resolution;

        Resource(String id, Quantity quantity, double resolution) {
            this.id = id;
            this.quantity = quantity;
            this.resolution = resolution;
        }

        String id() {
            return id;
        }

        Quantity quantity() {
            return quantity;
        }
    }

    List<ResourceTrend> of(Implementation side) {
        return Stream.of(Resource.values())
                .map(resource -> trend(side, resource))
                .toList();
    }

    double threshold(Resource resource) {
        return switch (resource) {
            case MEMORY -> evidence.thresholds().memory().leakMibPerMinute();
            case CONNECTIONS -> evidence.thresholds().connections().leakPerMinute();
            case DESCRIPTORS -> evidence.thresholds().descriptorsLeakPerMinute();
            case THREADS -> evidence.thresholds().threadsLeakPerMinute();
        };
    }

    ResourceTrend trend(Implementation side, Resource resource) {
        List<Measurement> measured = use.whileDriven(resource.quantity, side);
        double falseAlarm = IN_A_RUN
                / (Resource.values().length * evidence.implementations().size());
        double minutes =
                measured.isEmpty() ? 0 : measured.get(measured.size() - 1).minute();
        Trend trend = Trends.of(measured, WARM_UP * minutes, resource.resolution, falseAlarm);
        LeakJudgement judgement = LeakJudgement.of(trend, threshold(resource));
        Optional<Answer> absence = use.absence(resource.quantity, side);
        boolean known = trend.shape() != Trend.Shape.TOO_SHORT;
        return new ResourceTrend(
                resource.id,
                resource.quantity.name(),
                resource.quantity.unit(),
                trend.shape(),
                trend.samples(),
                trend.warmUpMinutes(),
                trend.judgedMinutes(),
                known ? trend.slopePerMinute() : null,
                known ? trend.low() : null,
                known ? trend.high() : null,
                known ? judgement.foundPerMinute() : null,
                known ? trend.growthPerDay() : null,
                judgement.thresholdPerMinute(),
                falseAlarm,
                absence.map(Answer::verdict).orElse(verdict(judgement)),
                absence.map(Answer::reason)
                        .orElseGet(() -> said(judgement, resource.quantity.unit())
                                + (resource == Resource.CONNECTIONS ? idleInTransaction(side) : "")),
                trend.line(),
                Trends.thinned(measured, POINTS));
    }

    private static Verdict verdict(LeakJudgement judgement) {
        return switch (judgement.answer()) {
            case NO_LEAK -> Verdict.PASS;
            case LEAK -> Verdict.FAIL;
            case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
        };
    }

    private static String said(LeakJudgement judgement, String unit) {
        Trend trend = judgement.trend();
        if (trend.shape() == Trend.Shape.TOO_SHORT) {
            return "%d samples over %s min are too few for a trend"
                    .formatted(trend.samples(), plain(rounded(trend.judgedMinutes())));
        }
        return "%s: %s %s/min %s (%s to %s; %s a day if it goes on) over %s min; a leak of %s/min would have been found with 90 %% power"
                .formatted(
                        word(judgement),
                        plain(rounded(trend.slopePerMinute())),
                        unit,
                        basis(trend.shape()),
                        plain(rounded(trend.low())),
                        plain(rounded(trend.high())),
                        plain(Math.round(trend.growthPerDay())),
                        plain(rounded(trend.judgedMinutes())),
                        plain(rounded(judgement.foundPerMinute())));
    }

    /** Sessions that keep what they have read and locked from being cleaned up, throughout the last tenth of the samples. */
    private String idleInTransaction(Implementation side) {
        List<Double> idle = use.values(Quantity.IDLE_IN_TRANSACTION, side);
        double least = idle.stream()
                .skip(Math.round(0.9 * idle.size()))
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        return least < 1
                ? ""
                : "; at the end at least %s of them held a transaction open and did nothing (idle in transaction)"
                        .formatted(plain(least));
    }

    private static String word(LeakJudgement judgement) {
        Trend trend = judgement.trend();
        return switch (judgement.answer()) {
            case NO_LEAK -> "no growth that matters goes on";
            case LEAK -> "it grows and does not stop";
            case INCONCLUSIVE -> {
                if (trend.low() > 0) {
                    yield "it grows, but it is not sure that by as much as matters";
                }
                yield trend.slopePerMinute() >= judgement.thresholdPerMinute()
                        ? "it grew, but that may have been noise, or have ended"
                        : "too noisy or too short to rule a leak out";
            }
        };
    }

    private static String basis(Trend.Shape shape) {
        return switch (shape) {
            case FLOORS -> "at the floors of a sawtooth";
            case STEP -> "beside one step";
            case SETTLED -> "after a growth that ended";
            case STEADY, TOO_SHORT -> "under load";
        };
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}

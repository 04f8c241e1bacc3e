package crosscheck.capacity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which rate is tried next, from nothing but the trials so far. It begins low, never more than doubles what has been
 * held, then halves the interval in which the capacity lies ({@link Posterior}) until that is narrow. Then the answer is
 * confirmed: its lower end is held twice, rates well below are held too, and one that was not is tried again.
 *
 * @param start the first rate, arrivals a second
 * @param lowest below it there is no search
 * @param highest above it there is no search
 * @param precision the interval's upper end over its lower one, less 1, at which it is narrow
 * @param trials at most so many until the interval is narrow
 * @param confidence of the interval
 * @param below rates that have to be held too, as shares of the answer
 */
record Search(
        double start,
        double lowest,
        double highest,
        double precision,
        int trials,
        double confidence,
        List<Double> below) {
    /** Beyond the range, so that an answer at its end shows. */
    private static final double BEYOND = 2;

    /** Rates that differ by less are the same. */
    private static final double SAME = 1.06;

    private static final double CLEARLY_BELOW = 0.75;
    private static final int MAJORITY = 2;

    /** Trials at most that confirm an answer. */
    static final int CONFIRMATIONS = 6;

    /** The rate to try; empty at the end. */
    Optional<Double> next(List<Trial> done) {
        if (done.isEmpty()) {
            return Optional.of(Math.min(start, highest));
        }
        if (done.size() >= atMost() || isBelowRange(done)) {
            return Optional.empty();
        }
        if (isAboveRange(done)) {
            return confirmation(highest, done);
        }
        Posterior posterior = posterior(done);
        Estimate estimate = posterior.estimate(confidence);
        if (estimate.upper() / estimate.lower() > 1 + precision && done.size() < trials) {
            double most = done.stream()
                    .filter(Trial::held)
                    .mapToDouble(Trial::rate)
                    .max()
                    .orElse(highest / 2);
            return Optional.of(within(Math.min(estimate.value(), 2 * most)));
        }
        return held(estimate.lower(), estimate.value(), done) < MAJORITY
                ? Optional.of(within(estimate.lower()))
                : confirmation(estimate.value(), done);
    }

    /** It has no more trials than this. */
    int atMost() {
        return trials + CONFIRMATIONS;
    }

    /** What the trials come to; its upper end is {@code null} where the highest rate was held. */
    Optional<Estimate> estimate(List<Trial> done) {
        if (done.stream().noneMatch(Trial::held)) {
            return Optional.empty();
        }
        Estimate estimate = posterior(done).estimate(confidence);
        return Optional.of(
                isAboveRange(done) ? new Estimate(highest, Math.min(estimate.lower(), highest), null) : estimate);
    }

    /** How much is missing; empty where the estimate stands as it is. */
    String remark(List<Trial> done) {
        if (done.isEmpty()) {
            return "nothing was tried";
        }
        if (isBelowRange(done)) {
            return "not even %.0f/s were held".formatted(lowest);
        }
        Optional<Double> hole = holes(done).findFirst();
        if (hole.isPresent()) {
            return "%.0f/s were not held, although %.0f/s were".formatted(hole.get(), highestHeld(done));
        }
        if (isAboveRange(done)) {
            return "at least: %.0f/s were held, and higher rates were not tried".formatted(highest);
        }
        return next(done).isPresent() ? "the search did not come to its end" : "";
    }

    Posterior posterior(List<Trial> done) {
        return Posterior.of(lowest / BEYOND, highest * BEYOND, done);
    }

    private Optional<Double> confirmation(double answer, List<Trial> done) {
        Stream<Double> untried = below.stream()
                .map(share -> share * answer)
                .filter(rate -> rate >= lowest && near(rate, done).isEmpty());
        Stream<Double> undecided = holes(done).filter(rate -> near(rate, done).size() <= MAJORITY);
        return Stream.concat(undecided, untried).findFirst();
    }

    /** Rates below the answer that were not held as often as not. */
    private Stream<Double> holes(List<Trial> done) {
        double most = highestHeld(done);
        return done.stream()
                .filter(trial -> !trial.held() && trial.rate() < CLEARLY_BELOW * most)
                .map(Trial::rate)
                .filter(rate -> {
                    List<Trial> alike = near(rate, done);
                    return 2 * alike.stream().filter(Trial::held).count() <= alike.size();
                });
    }

    private static double highestHeld(List<Trial> done) {
        return done.stream().filter(Trial::held).mapToDouble(Trial::rate).max().orElse(0);
    }

    private boolean isAboveRange(List<Trial> done) {
        return held(highest / SAME, highest, done) >= MAJORITY;
    }

    private boolean isBelowRange(List<Trial> done) {
        return done.stream().noneMatch(Trial::held) && near(lowest, done).size() >= MAJORITY;
    }

    private double within(double rate) {
        double highEnough = rate * SAME > highest ? highest : rate;
        return highEnough < lowest * SAME ? lowest : highEnough;
    }

    private static long held(double from, double to, List<Trial> done) {
        return done.stream()
                .filter(trial -> trial.held() && trial.rate() >= from / 1.0001 && trial.rate() <= to * 1.0001)
                .count();
    }

    private static List<Trial> near(double rate, List<Trial> done) {
        return done.stream()
                .filter(trial -> trial.rate() * SAME >= rate && trial.rate() <= SAME * rate)
                .toList();
    }
}

package crosscheck.capacity;

import java.util.Arrays;
import java.util.List;

/**
 * Where a capacity lies, given which rates were held: Bayes' rule over a logarithmic grid of rates, evenly likely before the
 * first trial. A rate below capacity is held, one above is not; near it chance decides, over a width that is not known
 * beforehand, and anywhere a phase may fail for a reason of its own ("lapse") or, hardly ever, be held by luck. After A. B.
 * Watson and D. G. Pelli, "QUEST: a Bayesian adaptive psychometric method", Perception &amp; Psychophysics 33 (1983).
 */
final class Posterior {
    /** Of the grid, in the natural logarithm of the rate. */
    private static final double STEP = 0.02;

    /** How soft a knee may be: from 90 % held to 10 % held the rate grows by 4.4 of these, in logarithms. */
    private static final double[] SPREADS = {0.01, 0.03, 0.1};

    /** So many spreads away from capacity nothing is left to chance. */
    private static final double FAR = 40;

    private static final double LAPSE = 0.03;
    private static final double LUCK = 0.005;

    private final double first;
    private final double[] mass;

    private Posterior(double first, double[] mass) {
        this.first = first;
        this.mass = mass;
    }

    /** @param lowest and {@code highest} rate between which the capacity is thought to be */
    static Posterior of(double lowest, double highest, List<Trial> trials) {
        double first = Math.log(lowest);
        double[] mass = new double[(int) Math.ceil((Math.log(highest) - first) / STEP) + 1];
        for (double spread : SPREADS) {
            double[] likelihood = new double[mass.length];
            Arrays.fill(likelihood, 1);
            for (Trial trial : trials) {
                double rate = Math.log(trial.rate());
                for (int i = 0; i < mass.length; i++) {
                    double held = held((rate - first - i * STEP) / spread);
                    likelihood[i] *= trial.held() ? held : 1 - held;
                }
            }
            for (int i = 0; i < mass.length; i++) {
                mass[i] += likelihood[i];
            }
        }
        return new Posterior(first, mass);
    }

    /** How often a rate is held that is so many spreads above capacity. */
    private static double held(double above) {
        double share = above > FAR ? 0 : above < -FAR ? 1 : 1 / (1 + Math.exp(above));
        return LUCK + (1 - LUCK - LAPSE) * share;
    }

    /** The rate that the capacity is below with this probability. */
    double quantile(double probability) {
        double total = Arrays.stream(mass).sum();
        double missing = probability * total;
        int i = 0;
        while (i < mass.length - 1 && mass[i] < missing) {
            missing -= mass[i++];
        }
        return Math.exp(first + STEP * (i - 0.5 + missing / mass[i]));
    }

    /** The median with the interval that the capacity is in with this probability. */
    Estimate estimate(double confidence) {
        double tail = (1 - confidence) / 2;
        return new Estimate(quantile(0.5), quantile(tail), quantile(1 - tail));
    }

    /** How many times as large as {@code other} this is. */
    Estimate over(Posterior other, double confidence) {
        double[] ratio = new double[mass.length + other.mass.length - 1];
        for (int i = 0; i < mass.length; i++) {
            for (int j = 0; j < other.mass.length; j++) {
                ratio[i - j + other.mass.length - 1] += mass[i] * other.mass[j];
            }
        }
        Posterior quotient = new Posterior(first - other.first - STEP * (other.mass.length - 1), ratio);
        return quotient.estimate(confidence);
    }
}

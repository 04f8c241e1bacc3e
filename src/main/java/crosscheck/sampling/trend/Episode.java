package crosscheck.sampling.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What may have happened beside a growth that goes on, as a function of time from 0 to 1 and of unknown size: a step (a pool
 * that fills, a heap that is enlarged), a growth that ended, a warm-up that dies away.
 *
 * @param kind what it is
 * @param at when it was over, from 0 to 1
 * @param over the function at the times of a series
 * @param prior how likely it is before anything was measured
 */
record Episode(Kind kind, double at, double[] over, double prior) {
    enum Kind {
        STEP(0.14),
        END_OF_GROWTH(0.16),
        WARM_UP(0.10);

        /** That something of this kind happened. */
        private final double prior;

        Kind(double prior) {
            this.prior = prior;
        }
    }

    /** That nothing but the line happened. */
    static final double NOTHING = 0.6;

    /** After it one cannot tell any more whether something has ended. */
    private static final double LAST = 0.6;

    private static final double[] DECAYS = {0.04, 0.08, 0.14, 0.2, 0.3};

    /** Of an end of growth, so many that none is far off. */
    private static final int POSITIONS = 24;

    private static final int FEWEST = 10;
    private static final int BESIDE = 2;

    /** Early enough to tell that it is over. */
    boolean isOverEarly() {
        return at <= LAST;
    }

    /** Every episode that is thought of; none for a series too short to tell them apart. */
    static List<Episode> all(double[] times) {
        int n = times.length;
        if (n < FEWEST) {
            return List.of();
        }
        int stride = Math.max(1, n / POSITIONS);
        List<Episode> episodes = new ArrayList<>();
        episodes.addAll(of(Kind.STEP, times, positions(n, 1), at -> t -> t < at ? 0 : 1));
        episodes.addAll(of(
                Kind.END_OF_GROWTH,
                times,
                positions(n, stride).filter(i -> times[i] <= LAST),
                at -> t -> Math.min(0, t - at)));
        for (double decay : DECAYS) {
            episodes.add(new Episode(
                    Kind.WARM_UP,
                    Math.min(LAST, 3 * decay),
                    DoubleStream.of(times).map(t -> -Math.exp(-t / decay)).toArray(),
                    Kind.WARM_UP.prior / DECAYS.length));
        }
        return episodes;
    }

    private static IntStream positions(int n, int stride) {
        return IntStream.rangeClosed(BESIDE, n - BESIDE).filter(i -> (i - BESIDE) % stride == 0);
    }

    private interface Family {
        DoubleUnaryOperator at(double time);
    }

    private static List<Episode> of(Kind kind, double[] times, IntStream positions, Family family) {
        int[] tried = positions.toArray();
        return IntStream.of(tried)
                .mapToObj(i -> new Episode(
                        kind,
                        times[i],
                        DoubleStream.of(times).map(family.at(times[i])).toArray(),
                        kind.prior / tried.length))
                .toList();
    }
}

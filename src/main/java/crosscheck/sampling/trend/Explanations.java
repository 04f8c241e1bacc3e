package crosscheck.sampling.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that may explain a series: a line in any noise of {@link Noise#grid}, alone or beside any {@link Episode}. Each
 * is weighed by how well it explains, its parameters integrated out (Zellner and Tiao 1964 for the noise's memory; Zellner's
 * g-prior of unit information for the size of an episode), and what the slope would be under it is averaged.
 *
 * @param slope of the line, in the unit of values per minute
 * @param likeliest the episode that weighs most together with its kind, nothing where the line alone does
 */
record Explanations(Belief slope, Optional<Episode> likeliest) {
    private static final int VALUES = 0;
    private static final int ONES = 1;
    private static final int TIMES = 2;
    private static final int EPISODES = 3;

    /** What an episode leaves of itself after a line, less is the line itself. */
    private static final double COLLINEAR = 1e-9;

    /** What rounding errors of computing come to. */
    private static final double ROUNDING = 1e-18;

    /**
     * @param series of six values or more, at different times
     * @param resolution the least that two different values differ by
     */
    static Explanations of(Series series, double resolution) {
        int n = series.size();
        double span = series.span();
        double mean = Arrays.stream(series.values()).average().orElseThrow();
        double[] times = Arrays.stream(series.minutes())
                .map(minute -> (minute - series.minutes()[0]) / span)
                .toArray();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        List<Episode> episodes = Episode.all(times);
        double[][] columns = new double[EPISODES + episodes.size()][];
        columns[VALUES] =
                Arrays.stream(series.values()).map(value -> value - mean).toArray();
        columns[ONES] = ones;
        columns[TIMES] = times;
        for (int i = 0; i < episodes.size(); i++) {
            columns[EPISODES + i] = episodes.get(i).over();
        }
        double rounded = n * (resolution * resolution / 12 + ROUNDING * (1 + mean * mean));
        Weighing weighing = new Weighing(episodes, span, rounded);
        for (Noise noise : Noise.grid(n)) {
            weighing.add(noise.whiten(times, columns), n);
        }
        return new Explanations(Belief.of(weighing.parts), weighing.likeliest());
    }

    /** @param rounded squares that values owe to their rounding at least */
    private record Weighing(List<Episode> episodes, double span, double rounded, List<Belief.Part> parts) {
        Weighing(List<Episode> episodes, double span, double rounded) {
            this(episodes, span, rounded, new ArrayList<>());
        }

        void add(Noise.Whitened white, int n) {
            double a11 = white.product(ONES, ONES);
            double a12 = white.product(ONES, TIMES);
            double a22 = white.product(TIMES, TIMES);
            double determinant = a11 * a22 - a12 * a12;
            double c1 = white.product(VALUES, ONES);
            double c2 = white.product(VALUES, TIMES);
            double level = (a22 * c1 - a12 * c2) / determinant;
            double slope = (a11 * c2 - a12 * c1) / determinant;
            double squares = Math.max(white.product(VALUES, VALUES) - level * c1 - slope * c2, rounded);
            double noise = -(white.logDeterminant() + Math.log(determinant)) / 2;
            double spread = a11 / determinant;
            double prior = episodes.isEmpty() ? 0 : Math.log(Episode.NOTHING);
            parts.add(part(prior + noise - (n - 2) / 2.0 * Math.log(squares), slope, squares * spread, n - 2));
            for (int i = 0; i < episodes.size(); i++) {
                int episode = EPISODES + i;
                double h1 = white.product(ONES, episode);
                double h2 = white.product(TIMES, episode);
                // Frisch, Waugh and Lovell: what is left of both after the line gives the coefficient beside it.
                double inLevel = (a22 * h1 - a12 * h2) / determinant;
                double inSlope = (a11 * h2 - a12 * h1) / determinant;
                double own = white.product(episode, episode) - inLevel * h1 - inSlope * h2;
                double shared = white.product(VALUES, episode) - level * h1 - slope * h2;
                double size = own < COLLINEAR ? 0 : shared / own;
                double left = Math.max(squares - size * shared, rounded);
                double weight = noise
                        + Math.log(episodes.get(i).prior())
                        - Math.log1p(n) / 2
                        - (n - 2) / 2.0 * Math.log((squares + n * left) / (1 + n));
                double wider = own < COLLINEAR ? spread : spread + inSlope * inSlope / own;
                parts.add(part(weight, slope - size * inSlope, left * wider, n - 3));
            }
        }

        private Belief.Part part(double logWeight, double slope, double squares, int freedom) {
            return new Belief.Part(logWeight, slope / span, Math.sqrt(squares / freedom) / span, freedom);
        }

        Optional<Episode> likeliest() {
            double heaviest =
                    parts.stream().mapToDouble(Belief.Part::logWeight).max().orElseThrow();
            double[] weights = new double[1 + episodes.size()];
            for (int i = 0; i < parts.size(); i++) {
                weights[i % weights.length] += Math.exp(parts.get(i).logWeight() - heaviest);
            }
            Map<Episode.Kind, Double> kinds = new EnumMap<>(Episode.Kind.class);
            for (int i = 0; i < episodes.size(); i++) {
                kinds.merge(episodes.get(i).kind(), weights[1 + i], Double::sum);
            }
            return kinds.entrySet().stream()
                    .filter(kind -> kind.getValue() > weights[0])
                    .max(Map.Entry.comparingByValue())
                    .flatMap(kind -> heaviest(kind.getKey(), weights));
        }

        private Optional<Episode> heaviest(Episode.Kind kind, double[] weights) {
            Episode best = null;
            double most = 0;
            for (int i = 0; i < episodes.size(); i++) {
                if (episodes.get(i).kind() == kind && weights[1 + i] > most) {
                    most = weights[1 + i];
                    best = episodes.get(i);
                }
            }
            return Optional.ofNullable(best);
        }
    }
}

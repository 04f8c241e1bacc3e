package crosscheck.sampling.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything that may explain a series: a line in any noise of {@link Noise#grid}, alone, beside an {@link Episode}, or beside
 * several that were all over early. Each is weighed by how well it explains (restricted likelihood of line and noise, as in
 * Cheang and Reinsel 2000; Schwarz's price for the size of an episode), and what the slope would be under it is averaged
 * (Hoeting and others 1999).
 */
final class Explanations {
    /** Episodes beside a line; more would explain anything. */
    private static final int MOST = 4;

    /** What rounding errors of computing come to. */
    private static final double ROUNDING = 1e-18;

    private final double span;
    private final double price;
    private final List<Episode> episodes;
    private final List<Fit> fits;
    private final List<Belief.Part> parts = new ArrayList<>();
    private final List<Episode> likeliest = new ArrayList<>();
    private double heaviest = Double.NEGATIVE_INFINITY;
    private double prior;

    private Explanations(Series series, double resolution) {
        int n = series.size();
        span = series.span();
        price = Math.log(n) / 2;
        double mean = Arrays.stream(series.values()).average().orElseThrow();
        double[] times = Arrays.stream(series.minutes())
                .map(minute -> (minute - series.minutes()[0]) / span)
                .toArray();
        double[] values =
                Arrays.stream(series.values()).map(value -> value - mean).toArray();
        double rounded = n * (resolution * resolution / 12 + ROUNDING * (1 + mean * mean));
        episodes = Episode.all(times);
        fits = Noise.grid(n).stream()
                .map(noise -> Fit.of(noise, times, values, episodes, rounded))
                .toList();
    }

    /**
     * @param series of six values or more, at different times
     * @param resolution the least that two different values differ by
     */
    static Explanations of(Series series, double resolution) {
        Explanations explanations = new Explanations(series, resolution);
        explanations.weighLine();
        while (explanations.mayHaveMore() && explanations.weighOneEpisodeMore()) {
            // Beside the likeliest so far, until none makes an explanation likelier.
        }
        return explanations;
    }

    /** Of the line, in the unit of values per minute. */
    Belief slope() {
        return Belief.of(parts);
    }

    /** The last episode of the explanation that weighs most, nothing where that is the line alone. */
    Optional<Episode> lastEpisode() {
        return likeliest.stream().max((left, right) -> Double.compare(left.at(), right.at()));
    }

    private void weighLine() {
        double logPrior = episodes.isEmpty() ? 0 : Math.log(Episode.NOTHING);
        for (Fit fit : fits) {
            add(fit.alone(logPrior));
        }
    }

    private boolean mayHaveMore() {
        return likeliest.size() < MOST && likeliest.stream().allMatch(Episode::isOverEarly);
    }

    private boolean weighOneEpisodeMore() {
        int chosen = -1;
        for (int e = 0; e < episodes.size(); e++) {
            Episode episode = episodes.get(e);
            if (likeliest.isEmpty() || episode.isOverEarly()) {
                for (Fit fit : fits) {
                    if (add(fit.beside(e, prior + Math.log(episode.prior()) - price))) {
                        chosen = e;
                    }
                }
            }
        }
        if (chosen < 0) {
            return false;
        }
        likeliest.add(episodes.get(chosen));
        prior += Math.log(episodes.get(chosen).prior()) - price;
        for (Fit fit : fits) {
            fit.include(chosen);
        }
        return true;
    }

    /** Whether it weighs more than any before. */
    private boolean add(Belief.Part part) {
        parts.add(new Belief.Part(part.logWeight(), part.centre() / span, part.scale() / span, part.freedom()));
        boolean heavier = part.logWeight() > heaviest;
        heaviest = Math.max(heaviest, part.logWeight());
        return heavier;
    }
}

package crosscheck.capacity;

import crosscheck.configuration.Settings;
import crosscheck.configuration.Thresholds;
import crosscheck.contract.Implementation;
import crosscheck.observation.Phase.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which phase is next, from nothing but those that are over: the generator's own limit first, then a warm-up of each side, the
 * search on both sides in turns (ABBA BAAB, so that a drift of the machine falls on both alike), and at last each side beyond
 * its capacity and back.
 *
 * @param minSamples a percentile of fewer arrivals says nothing
 * @param generatorShare of what the generator can do; beyond it nothing is said about anybody else
 * @param confidence of all intervals
 */
public record Program(Settings.Capacity settings, int minSamples, double generatorShare, double confidence) {
    private static final List<Implementation> ORDER = order();

    /** The generator's limit need not be known well, only to be far away. */
    private static final double GENERATOR_START = 8;

    private static final double GENERATOR_PRECISION = 0.6;
    private static final int GENERATOR_PHASES = 9;

    /** Shares of the answer that have to be held too; points of the curve besides. */
    private static final List<Double> BELOW = List.of(0.5, 0.8);

    private static final double HALF = 0.5;

    /** Of an overload, after the lead-in. */
    private static final double SHOWN_SECONDS = 1;

    public static Program of(Settings.Capacity settings, Thresholds thresholds) {
        return new Program(
                settings,
                thresholds.load().minSamples(),
                thresholds.capacity().generatorShare(),
                thresholds.confidence());
    }

    /** The next phase; empty at the end, and where there is no use in going on. */
    public Optional<Turn> next(List<Played> done) {
        Optional<Turn> generatorWarmUp = warmUp(null, HALF * generatorSearch().start(), done);
        if (generatorWarmUp.isPresent()) {
            return generatorWarmUp;
        }
        Optional<Double> generator = generatorSearch().next(trials(Kind.GENERATOR, null, done));
        if (generator.isPresent()) {
            return generator.map(rate -> new Turn(Kind.GENERATOR, null, List.of(stretch(rate))));
        }
        Optional<Search> search = search(done);
        if (search.isEmpty()) {
            return Optional.empty();
        }
        return warmUp(done).or(() -> step(search.get(), done)).or(() -> overload(search.get(), done));
    }

    /** There are no more phases than this. */
    public int phasesAtMost() {
        int sides = Implementation.values().length;
        int warmUps = sides + 1;
        return warmUps + generatorSearch().atMost() + sides * (settings.phases() + Search.CONFIRMATIONS + 1);
    }

    Search generatorSearch() {
        return new Search(
                Math.min(GENERATOR_START * settings.start(), settings.highest()),
                settings.lowest(),
                settings.highest(),
                GENERATOR_PRECISION,
                GENERATOR_PHASES,
                confidence,
                List.of());
    }

    /** The search on either side; empty as long as the generator's own limit is not known. */
    Optional<Search> search(List<Played> done) {
        return generatorSearch()
                .estimate(trials(Kind.GENERATOR, null, done))
                .map(limit -> Math.min(settings.highest(), generatorShare * limit.lower()))
                .filter(highest -> highest > settings.lowest())
                .map(highest -> new Search(
                        settings.start(),
                        settings.lowest(),
                        highest,
                        settings.precision(),
                        settings.phases(),
                        confidence,
                        BELOW));
    }

    static List<Trial> trials(Kind kind, Implementation side, List<Played> done) {
        return done.stream()
                .filter(played -> played.is(kind, side))
                .map(Played::step)
                .map(step -> new Trial(step.rate(), step.held()))
                .toList();
    }

    private Optional<Turn> warmUp(List<Played> done) {
        return Arrays.stream(Implementation.values())
                .flatMap(side -> warmUp(side, settings.start(), done).stream())
                .findFirst();
    }

    private Optional<Turn> warmUp(Implementation side, double rate, List<Played> done) {
        double seconds = settings.warmUp().toMillis() / 1e3;
        return seconds == 0 || done.stream().anyMatch(played -> played.is(Kind.WARM_UP, side))
                ? Optional.empty()
                : Optional.of(new Turn(Kind.WARM_UP, side, List.of(new Stretch(rate, seconds))));
    }

    private Optional<Turn> step(Search search, List<Played> done) {
        int steps = (int) done.stream()
                .filter(played -> played.turn().kind() == Kind.CAPACITY)
                .count();
        Implementation first = ORDER.get(steps % ORDER.size());
        return step(search, first, done).or(() -> step(search, first.other(), done));
    }

    private Optional<Turn> step(Search search, Implementation side, List<Played> done) {
        return search.next(trials(Kind.CAPACITY, side, done))
                .map(rate -> new Turn(Kind.CAPACITY, side, List.of(stretch(rate))));
    }

    /** As long as it takes to see enough arrivals. */
    private Stretch stretch(double rate) {
        double judged = Math.max(settings.phase().toMillis() / 1e3, minSamples / rate);
        return new Stretch(rate, settings.leadIn().toMillis() / 1e3 + judged);
    }

    private Optional<Turn> overload(Search search, List<Played> done) {
        return Arrays.stream(Implementation.values())
                .filter(side -> done.stream().noneMatch(played -> played.is(Kind.OVERLOAD, side)))
                .flatMap(side -> search
                        .estimate(trials(Kind.CAPACITY, side, done))
                        .filter(capacity -> capacity.upper() != null)
                        .filter(capacity -> settings.overload() * capacity.upper() <= search.highest() / generatorShare)
                        .map(capacity -> overload(side, capacity))
                        .stream())
                .findFirst();
    }

    /** No longer than there are users for its arrivals, lest those after it wait for the generator; but so long that it shows. */
    private Turn overload(Implementation side, Estimate capacity) {
        double rate = settings.overload() * capacity.upper();
        double seconds = Math.max(
                settings.leadIn().toMillis() / 1e3 + SHOWN_SECONDS,
                Math.min(settings.overloadFor().toMillis() / 1e3, settings.users() / rate));
        double watched = settings.watchFor().toMillis() / 1e3;
        return new Turn(
                Kind.OVERLOAD,
                side,
                List.of(new Stretch(rate, seconds), new Stretch(HALF * capacity.lower(), watched)));
    }

    private static List<Implementation> order() {
        Implementation a = Implementation.PYTHON;
        Implementation b = Implementation.RUST;
        return List.of(a, b, b, a, b, a, a, b);
    }
}

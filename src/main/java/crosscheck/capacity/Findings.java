package crosscheck.capacity;

import crosscheck.contract.Implementation;
import crosscheck.observation.Phase.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the phases of a run come to.
 *
 * @param cores of the generator's host
 */
public record Findings(Program program, Limits limits, double lateShare, List<Played> done, int cores) {
    /** Busier than this, a host leaves no more to a target on it. */
    private static final double BUSY = 0.9;

    /** Phases at rates that differ by no more than this from the answer show what limited it. */
    private static final double AROUND = 1.3;

    /** @param violations of the invariants, by phase */
    public Capacity capacity(Map<Integer, Long> violations) {
        return new Capacity(
                ratio().orElse(null),
                program.confidence(),
                searched(program.generatorSearch(), Kind.GENERATOR, null),
                Arrays.stream(Implementation.values())
                        .map(side -> new Capacity.Side(
                                side, searched(side), overload(side, violations).orElse(null)))
                        .toList());
    }

    /**
     * How many times as much rust holds as python. Where the host was all used up, a side could have held more without the
     * generator beside it, at most as much more as the host has processors for each one that the generator left: the interval
     * is widened by that.
     */
    private Optional<Estimate> ratio() {
        Optional<Search> search = program.search(done);
        Optional<Estimate> python = search.flatMap(any -> any.estimate(trials(Implementation.PYTHON)));
        Optional<Estimate> rust = search.flatMap(any -> any.estimate(trials(Implementation.RUST)));
        if (python.isEmpty() || rust.isEmpty() || python.get().upper() == null) {
            return Optional.empty();
        }
        Estimate ratio = search.get()
                .posterior(trials(Implementation.RUST))
                .over(search.get().posterior(trials(Implementation.PYTHON)), program.confidence());
        boolean atLeast = rust.get().upper() == null;
        return Optional.of(new Estimate(
                atLeast ? rust.get().value() / python.get().value() : ratio.value(),
                ratio.lower() / alone(Implementation.PYTHON, python.get()),
                atLeast ? null : ratio.upper() * alone(Implementation.RUST, rust.get())));
    }

    /** How many times as much the side could hold at most, had it the whole host; 1 where the host was not used up. */
    public double alone(Implementation side) {
        return program.search(done)
                .flatMap(search -> search.estimate(trials(side)))
                .map(capacity -> alone(side, capacity))
                .orElse(1.0);
    }

    private double alone(Implementation side, Estimate capacity) {
        List<Step> limited = limited(steps(Kind.CAPACITY, side), capacity);
        double generator = mean(limited, Step::generatorCores);
        return mean(limited, Step::hostBusy) > BUSY && generator < cores ? cores / (cores - generator) : 1;
    }

    private Searched searched(Implementation side) {
        return program.search(done)
                .map(search -> searched(search, Kind.CAPACITY, side))
                .orElseGet(() -> new Searched(null, "the generator's own limit is not known", List.of()));
    }

    private Searched searched(Search search, Kind kind, Implementation side) {
        List<Trial> trials = Program.trials(kind, side, done);
        Optional<Estimate> capacity = search.estimate(trials);
        List<Step> steps = steps(kind, side);
        String remark = search.remark(trials);
        if (remark.isEmpty() && kind == Kind.CAPACITY) {
            remark = capacity.flatMap(found -> harness(limited(steps, found))).orElse("");
        }
        return new Searched(capacity.orElse(null), remark, steps);
    }

    /** Whether the generator rather than the target limited these phases. By Little's law so many users bound a rate. */
    private Optional<String> harness(List<Step> limited) {
        double late = mean(limited, Step::late);
        boolean usersWaited = mean(limited, Step::waited) > lateShare
                && mean(limited, Step::achieved) * limits.p95Millis() / 1e3 > limits.users();
        if (usersWaited) {
            return Optional.of("all %d virtual users were under way: set crosscheck.capacity.users higher"
                    .formatted(limits.users()));
        }
        return late > lateShare && !(mean(limited, Step::hostBusy) > BUSY)
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the generator started %.0f %% of arrivals late on a host that was not used up",
                        100 * late))
                : Optional.empty();
    }

    private static List<Step> limited(List<Step> steps, Estimate capacity) {
        return steps.stream()
                .filter(step -> !step.held()
                        && step.rate() <= AROUND * capacity.value()
                        && AROUND * step.rate() >= capacity.value())
                .toList();
    }

    private Optional<Overload> overload(Implementation side, Map<Integer, Long> violations) {
        return done.stream()
                .filter(played -> played.is(Kind.OVERLOAD, side))
                .map(played -> new Overload(
                        played.steps().get(0),
                        played.steps().get(1),
                        played.turn().stretches().get(1).seconds(),
                        played.recoverySeconds(),
                        violations.getOrDefault(played.step().phase(), 0L)))
                .findFirst();
    }

    private List<Trial> trials(Implementation side) {
        return Program.trials(Kind.CAPACITY, side, done);
    }

    private List<Step> steps(Kind kind, Implementation side) {
        return done.stream()
                .filter(played -> played.is(kind, side))
                .map(Played::step)
                .toList();
    }

    /** Not a number where no step knows it. */
    private static double mean(List<Step> steps, Function<Step, Double> value) {
        return steps.stream()
                .map(value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }
}

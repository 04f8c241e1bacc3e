package crosscheck.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crosscheck.configuration.Settings;
import crosscheck.contract.Implementation;
import crosscheck.observation.Phase.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole searches against targets that are computed request by request. */
class ProgramTest {
    static final Mix MIX = new Mix(1.0 / 3);
    private static final Settings.Capacity SETTINGS = new Settings.Capacity(
            75,
            5,
            20000,
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ofSeconds(6),
            0.25,
            16,
            4000,
            1.5,
            Duration.ofSeconds(4),
            Duration.ofSeconds(10));
    private static final Limits LIMITS = new Limits(1000, 0.01, 0.95, 50_000, 1, 4000);
    private static final Program PROGRAM = new Program(SETTINGS, 100, 0.8, 0.95);

    private final List<Played> done = new ArrayList<>();
    private double generator = 6000;
    private long seed = 1;

    @ParameterizedTest
    @ValueSource(doubles = {20, 130, 400, 900})
    void aCapByQueueingIsFound(double cap) {
        Capacity found = found(SyntheticTarget.queueing(cap), SyntheticTarget.queueing(cap));

        assertThat(rate(found, Implementation.RUST)).isBetween(0.95 * cap, 1.1 * cap);
        assertThat(rate(found, Implementation.PYTHON)).isBetween(0.95 * cap, 1.1 * cap);
        assertThat(found.ratio().lower()).isLessThan(1);
        assertThat(found.ratio().upper()).isBetween(1.0, 1.3);
    }

    @Test
    void twiceAsMuchIsToldFromAsMuch() {
        Capacity found = found(SyntheticTarget.queueing(150), SyntheticTarget.queueing(400));

        assertThat(found.ratio().value()).isBetween(2.45, 2.9);
        assertThat(found.ratio().lower()).isGreaterThan(2);
    }

    @Test
    void aCapByRefusalIsFoundAndSaid() {
        Capacity found = found(SyntheticTarget.refusing(200), SyntheticTarget.queueing(500));

        assertThat(rate(found, Implementation.PYTHON)).isBetween(190.0, 220.0);
        assertThat(steps(found, Implementation.PYTHON))
                .filteredOn(step -> !step.held())
                .extracting(Step::reason)
                .allMatch(reason -> reason.matches("(assign|submit-result): [0-9.]+ % errors|[0-9.]+ successes/s"));
    }

    @Test
    void aConvoyThatShowsOnlyAboveARateIsFoundThere() {
        Capacity found = found(SyntheticTarget.queueing(600), SyntheticTarget.convoy(220));

        assertThat(rate(found, Implementation.RUST)).isBetween(205.0, 240.0);
        assertThat(steps(found, Implementation.RUST))
                .filteredOn(step -> !step.held())
                .allSatisfy(step -> assertThat(step.rate()).isGreaterThan(210));
    }

    @Test
    void aNoisyTargetIsFoundWithinTenPercentOfItsServers() {
        int close = 0;
        for (seed = 0; seed < 5; seed++) {
            done.clear();
            Capacity found = found(SyntheticTarget.noisy(300, 4), SyntheticTarget.noisy(300, 4));
            close += Math.abs(rate(found, Implementation.PYTHON) / 300 - 1) < 0.1 ? 1 : 0;
            close += Math.abs(rate(found, Implementation.RUST) / 300 - 1) < 0.1 ? 1 : 0;
        }

        assertThat(close).isGreaterThanOrEqualTo(9);
    }

    @Test
    void nearTheGeneratorsOwnLimitItIsAtLeast() {
        generator = 2000;
        Capacity found = found(SyntheticTarget.queueing(300), SyntheticTarget.queueing(50_000));

        assertThat(found.generator().capacity().value()).isBetween(1500.0, 2400.0);
        Searched rust = side(found, Implementation.RUST).search();
        assertThat(rust.capacity().upper()).isNull();
        assertThat(rust.remark()).startsWith("at least");
        assertThat(found.ratio().upper()).isNull();
        assertThat(found.ratio().lower()).isBetween(2.5, 6.0);
        assertThat(side(found, Implementation.RUST).overload()).isNull();
    }

    @Test
    void belowTheLowestRateThereIsNoRatio() {
        Capacity found = found(SyntheticTarget.queueing(300), SyntheticTarget.queueing(2));

        assertThat(found.ratio()).isNull();
        assertThat(side(found, Implementation.RUST).search().remark()).isEqualTo("not even 5/s were held");
    }

    @Test
    void theGeneratorIsFirstAndTheSidesTakeTurns() {
        found(SyntheticTarget.queueing(300), SyntheticTarget.queueing(300));

        List<Kind> kinds =
                done.stream().map(played -> played.turn().kind()).distinct().toList();
        assertThat(kinds).containsExactly(Kind.WARM_UP, Kind.GENERATOR, Kind.CAPACITY, Kind.OVERLOAD);
        assertThat(done.stream()
                        .filter(played -> played.turn().kind() == Kind.CAPACITY)
                        .limit(8)
                        .map(played -> played.turn().side().id().charAt(0)))
                .containsExactly('p', 'r', 'r', 'p', 'r', 'p', 'p', 'r');
    }

    @Test
    void theWholeOfItTakesAboutFiveMinutes() {
        found(SyntheticTarget.queueing(300), SyntheticTarget.queueing(700));

        double seconds = done.stream()
                .flatMap(played -> played.turn().stretches().stream())
                .mapToDouble(Stretch::seconds)
                .sum();
        assertThat(done).hasSizeBetween(25, 50).hasSizeLessThan(PROGRAM.phasesAtMost());
        assertThat(seconds).isBetween(120.0, 220.0);
    }

    @Test
    void afterAnOverloadAQueueComesBackOnceItIsWorkedOff() {
        Capacity found = found(SyntheticTarget.queueing(300), SyntheticTarget.convoy(220));

        Overload python = side(found, Implementation.PYTHON).overload();
        assertThat(python.during().held()).isFalse();
        assertThat(python.during().rate()).isBetween(450.0, 550.0);
        assertThat(python.recoverySeconds()).isBetween(2.0, 6.0);
        // A convoy outlasts the overload: work comes faster than it is done, for as long as anybody waits.
        assertThat(side(found, Implementation.RUST).overload().recoverySeconds())
                .isNull();
    }

    @Test
    void aGeneratorThatCannotHoldTheLowestRateSaysNothingOfAnybody() {
        generator = 3;
        Capacity found = found(SyntheticTarget.queueing(300), SyntheticTarget.queueing(300));

        assertThat(found.generator().remark()).isEqualTo("not even 5/s were held");
        assertThat(found.ratio()).isNull();
        assertThat(found.sides())
                .extracting(side -> side.search().remark())
                .containsOnly("the generator's own limit is not known");
    }

    @Test
    void aHostThatWasUsedUpWidensTheIntervalByWhatTheGeneratorTook() {
        Capacity alone = found(SyntheticTarget.queueing(300), SyntheticTarget.queueing(300));
        List<Played> onBusyHost =
                done.stream().map(played -> played.on(0.97, 0.5)).toList();

        Capacity shared = findings(onBusyHost).capacity(Map.of());
        assertThat(shared.ratio().upper()).isCloseTo(alone.ratio().upper() * 2 / 1.5, within(1e-9));
        assertThat(shared.ratio().lower()).isCloseTo(alone.ratio().lower() / (2 / 1.5), within(1e-9));
    }

    private Capacity found(SyntheticTarget python, SyntheticTarget rust) {
        Random random = new Random(seed);
        Optional<Turn> next = PROGRAM.next(done);
        while (next.isPresent()) {
            Turn turn = next.get();
            SyntheticTarget target = turn.side() == null
                    ? SyntheticTarget.queueing(1e9)
                    : turn.side() == Implementation.PYTHON ? python : rust;
            done.add(new PhaseHistory(
                            done.size(), turn, SyntheticTarget.requests(target, turn, generator, random), LIMITS)
                    .played());
            next = PROGRAM.next(done);
        }
        return findings(done).capacity(Map.of());
    }

    private static Findings findings(List<Played> done) {
        return new Findings(PROGRAM, LIMITS, 0.05, done, 2);
    }

    private static Capacity.Side side(Capacity capacity, Implementation side) {
        return capacity.sides().get(side.ordinal());
    }

    private static double rate(Capacity capacity, Implementation side) {
        return side(capacity, side).search().capacity().value();
    }

    private static List<Step> steps(Capacity capacity, Implementation side) {
        return side(capacity, side).search().steps();
    }
}

package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import crosscheck.capacity.Arrivals.Arrival;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.phase.Scenario;
import crosscheck.run.CapacityRun;
import crosscheck.run.Run;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Open arrivals whose rate is decided while the run goes on, which no injection profile can do: a population of virtual users
 * of which each takes the next planned arrival, waits for its time, sends, and takes the next. Between two phases all of
 * them meet, so that no request is under way, and one of them ends the one phase and begins the other.
 */
final class CapacityLoad {
    private static final String ARRIVAL = "capacity.arrival";
    private static final String CONDUCTOR = "capacity.conductor";
    private static final String ROUND = "capacity.round";
    private static final String GENERATOR = "generator";

    private final Run run;
    private final CapacityRun capacity;
    private final AtomicBoolean conducted = new AtomicBoolean();

    private CapacityLoad(Run run, CapacityRun capacity) {
        this.run = run;
        this.capacity = capacity;
    }

    static PopulationBuilder population(Run run, CapacityRun capacity) {
        return new CapacityLoad(run, capacity).population();
    }

    private PopulationBuilder population() {
        int users = capacity.users();
        return scenario("capacity")
                .exec(session -> session.set(CONDUCTOR, conducted.compareAndSet(false, true)))
                .asLongAs(session -> !capacity.isOver(), ROUND)
                .on(meeting(users)
                        .doIf(session -> session.getBoolean(CONDUCTOR))
                        .then(exec(session -> {
                            run.advanceCapacity();
                            return session;
                        }))
                        .exec(meeting(users))
                        .exec(this::take)
                        .asLongAs(session -> session.contains(ARRIVAL))
                        .on(arrival()))
                .injectOpen(atOnceUsers(users));
    }

    /** Where all users wait for each other. Gatling's rendezvous lets everybody pass once it has been kept: each round has its own. */
    private ChainBuilder meeting(int users) {
        return exec(doSwitch(session -> session.getInt(ROUND))
                .on(IntStream.rangeClosed(0, capacity.phasesAtMost())
                        .mapToObj(round -> onCase(round).then(rendezVous(users)))
                        .toList()));
    }

    private ChainBuilder arrival() {
        List<Choice.WithKey> choices = new ArrayList<>(choices(GENERATOR, capacity.nullServer()));
        for (Implementation side : Implementation.values()) {
            choices.addAll(choices(side.id(), run.baseUrl(side, Service.RUNNER)));
        }
        return exec(pause(this::untilPlanned))
                .exec(session -> Recorded.planned(
                        session.markAsSucceeded(), arrival(session).plannedMicros()))
                .exec(doSwitch(this::choice).on(choices))
                .exec(this::take);
    }

    private List<Choice.WithKey> choices(String name, URI runner) {
        Load load = new Load(name, runner, run::current, true, run.settings().requestTimeout(), run.feeders());
        return List.of(
                onCase(key(name, Scenario.QUEUE_ASSIGNMENT))
                        .then(exec(Work::none)
                                .exec(Assign.of(
                                        load, Scenario.QUEUE_ASSIGNMENT, recorded(load, Scenario.QUEUE_ASSIGNMENT)))),
                onCase(key(name, Scenario.RESULT_SUBMISSION))
                        .then(exec(session ->
                                        Work.taken(session, 0, load.phase().nextAssignedRun()))
                                .exec(SubmitResult.of(
                                        load,
                                        Scenario.RESULT_SUBMISSION,
                                        recorded(load, Scenario.RESULT_SUBMISSION)))));
    }

    private static Recorded recorded(Load load, Scenario scenario) {
        return new Recorded(load, scenario);
    }

    private String choice(Session session) {
        Implementation side = capacity.turn().side();
        return key(side == null ? GENERATOR : side.id(), arrival(session).scenario());
    }

    private static String key(String name, Scenario scenario) {
        return name + " " + scenario.id();
    }

    private Session take(Session session) {
        Optional<Arrival> next = capacity.nextArrival();
        return next.isPresent() ? session.set(ARRIVAL, next.get()) : session.remove(ARRIVAL);
    }

    /** Rounded up, since an arrival must not come before its time. */
    private Duration untilPlanned(Session session) {
        long micros =
                Math.max(0, arrival(session).plannedMicros() - run.current().now());
        return Duration.ofMillis((micros + 999) / 1_000);
    }

    private static Arrival arrival(Session session) {
        return session.get(ARRIVAL);
    }
}

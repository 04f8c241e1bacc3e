package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import crosscheck.observation.Phase;
import crosscheck.phase.Scenario;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import java.time.Duration;

/** The load scenarios as Gatling populations. */
public final class LoadScenarios {
    private LoadScenarios() {}

    /**
     * @param name unique among the populations of a run
     * @param journeyPace from one start of a worker's journey to its next
     */
    public static PopulationBuilder population(String name, Phase.Load planned, Load load, Duration journeyPace) {
        Scenario scenario = Scenario.of(planned);
        Recorded recorded = new Recorded(load, scenario);
        Duration duration = Duration.ofMillis(Math.round(planned.seconds() * 1000));
        return switch (scenario) {
            case QUEUE_ASSIGNMENT ->
                open(name, planned, duration, recorded.arrival().exec(Assign.of(load, scenario, recorded)));
            case RESULT_SUBMISSION ->
                open(
                        name,
                        planned,
                        duration,
                        exec(session -> Work.taken(session, 0, load.phase().nextAssignedRun()))
                                .exec(recorded.arrival())
                                .exec(SubmitResult.of(load, scenario, recorded)));
            case WORKER_JOURNEY ->
                scenario(name)
                        .during(duration, false)
                        .on(exec(session -> session.markAsSucceeded())
                                .pace(journeyPace)
                                .exec(journey(load, recorded)))
                        .injectOpen(atOnceUsers(planned.users()));
        };
    }

    private static ChainBuilder journey(Load load, Recorded recorded) {
        Scenario journey = Scenario.WORKER_JOURNEY;
        return exec(Assign.of(load, journey, recorded))
                .doIf(Work::isTaken)
                .then(exec(SetItemStatus.of(load, journey, recorded))
                        .exec(PutArtifact.of(load, journey, recorded))
                        .exec(SubmitResult.of(load, journey, recorded)));
    }

    private static PopulationBuilder open(String name, Phase.Load planned, Duration duration, ChainBuilder chain) {
        OpenInjectionStep arrivals = constantUsersPerSec(planned.rate()).during(duration);
        return scenario(name).exec(chain).injectOpen(arrivals);
    }
}

package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.feed;

import crosscheck.observation.Outcome;
import crosscheck.phase.Attempt;
import crosscheck.phase.Scenario;
import io.gatling.javaapi.core.ChainBuilder;

/** A worker asks for work; afterwards the session names the item and the run it was given, if any. */
final class Assign {
    static final String WORKER_NAME = "X-Worker-Name";

    private Assign() {}

    static ChainBuilder of(Load load, Scenario scenario, Recorded recorded) {
        return feed(Feeding.workers(load.feeders()))
                .exec(recorded.request(
                        "assign",
                        load.get(scenario, "assign", "/api/queue/next").header(WORKER_NAME, "#{worker}"),
                        (response, session) -> Answers.assign(response)))
                .exec(session -> {
                    Attempt.Answer answer = Recorded.answer(session);
                    return answer != null && answer.outcome() == Outcome.SUCCESS
                            ? Work.taken(session, answer.item(), answer.run())
                            : Work.none(session);
                });
    }
}

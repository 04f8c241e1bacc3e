package crosscheck.chain;

import crosscheck.observation.Outcome;
import crosscheck.phase.Attempt;
import crosscheck.phase.Scenario;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;

/** A worker asks for work; afterwards the session names the item and the run it was given, if any. */
final class Assign implements Step {
    static final String WORKER_NAME = "X-Worker-Name";

    private Assign() {}

    static ChainBuilder of(Load load, Scenario scenario, Recorded recorded) {
        Rotation<String> workers = Feeding.workers(load.feeders());
        return recorded.request(
                "assign",
                load.get(scenario, "assign", "/api/queue/next").header(WORKER_NAME, session -> workers.next()),
                new Assign());
    }

    @Override
    public Attempt.Answer judge(Response response, Session session) {
        return Answers.assign(response);
    }

    @Override
    public Session after(Session session) {
        Attempt.Answer answer = Recorded.answer(session);
        return answer != null && answer.outcome() == Outcome.SUCCESS
                ? Work.taken(session, answer.item(), answer.run())
                : Work.none(session);
    }
}

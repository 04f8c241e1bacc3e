package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.StringBody;

import crosscheck.observation.Outcome;
import crosscheck.phase.Attempt;
import crosscheck.phase.Scenario;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;

/** A worker hands in the result of the run that the session names. */
final class SubmitResult implements Step {
    private static final String RESULT = "result";

    private final Load load;
    private final Rotation<Feeding.Result> results;

    private SubmitResult(Load load) {
        this.load = load;
        this.results = Feeding.results(load.feeders());
    }

    static ChainBuilder of(Load load, Scenario scenario, Recorded recorded) {
        return recorded.request(
                "submit-result",
                load.post(scenario, "submit-result", "/api/runs/#{run}/result")
                        .header("Content-Type", "application/json")
                        .body(StringBody(session -> result(session).body())),
                new SubmitResult(load));
    }

    @Override
    public Session before(Session session) {
        return session.set(RESULT, results.next());
    }

    @Override
    public Attempt.Answer judge(Response response, Session session) {
        return Answers.submitResult(response, Work.run(session), result(session).code());
    }

    @Override
    public Session after(Session session) {
        Attempt.Answer answer = Recorded.answer(session);
        boolean accepted = answer != null && answer.outcome() == Outcome.SUCCESS;
        load.phase().submitted(Work.run(session), result(session).body(), accepted);
        return session;
    }

    private static Feeding.Result result(Session session) {
        return session.get(RESULT);
    }
}

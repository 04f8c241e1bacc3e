package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.feed;

import crosscheck.observation.Outcome;
import crosscheck.phase.Attempt;
import crosscheck.phase.Scenario;
import io.gatling.javaapi.core.ChainBuilder;

/** A worker hands in the result of the run that the session names. */
final class SubmitResult {
    private SubmitResult() {}

    static ChainBuilder of(Load load, Scenario scenario, Recorded recorded) {
        return feed(Feeding.results(load.feeders()))
                .exec(session -> {
                    load.phase().submitting(Work.run(session), session.getString(Feeding.RESULT));
                    return session;
                })
                .exec(recorded.request(
                        "submit-result",
                        load.post(scenario, "submit-result", "/api/runs/#{run}/result")
                                .header("Content-Type", "application/json")
                                .body(StringBody(session -> session.getString(Feeding.RESULT))),
                        Answers::submitResult))
                .exec(session -> {
                    Attempt.Answer answer = Recorded.answer(session);
                    if (answer != null && answer.outcome() == Outcome.SUCCESS) {
                        load.phase().accepted(Work.run(session), session.getString(Feeding.RESULT));
                    }
                    return session;
                });
    }
}

package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;

import crosscheck.phase.Attempt;
import crosscheck.phase.Scenario;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;

/** A worker uploads the log of the run that the session names. */
final class PutArtifact implements Step {
    private static final String ARTIFACT = "artifact";

    private PutArtifact() {}

    static ChainBuilder of(Load load, Scenario scenario, Recorded recorded) {
        return recorded.request(
                "put-artifact",
                load.put(scenario, "put-artifact", "/api/runs/#{run}/artifacts/build.log")
                        .header("Content-Type", "application/octet-stream")
                        .body(ByteArrayBody(session -> artifact(session).content())),
                new PutArtifact());
    }

    @Override
    public Session before(Session session) {
        return session.set(ARTIFACT, Artifact.buildLog(Work.run(session)));
    }

    @Override
    public Attempt.Answer judge(Response response, Session session) {
        return Answers.putArtifact(response, artifact(session));
    }

    private static Artifact artifact(Session session) {
        return session.get(ARTIFACT);
    }
}

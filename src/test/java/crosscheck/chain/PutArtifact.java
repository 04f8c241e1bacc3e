package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.exec;

import crosscheck.phase.Scenario;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;

/** A worker uploads the log of the run that the session names. */
final class PutArtifact {
    private static final String ARTIFACT = "artifact";

    private PutArtifact() {}

    static ChainBuilder of(Load load, Scenario scenario, Recorded recorded) {
        return exec(session -> session.set(ARTIFACT, Artifact.buildLog(Work.run(session))))
                .exec(recorded.request(
                        "put-artifact",
                        load.put(scenario, "put-artifact", "/api/runs/#{run}/artifacts/build.log")
                                .header("Content-Type", "application/octet-stream")
                                .body(ByteArrayBody(session -> artifact(session).content())),
                        (response, session) -> Answers.putArtifact(response, artifact(session))));
    }

    private static Artifact artifact(Session session) {
        return session.get(ARTIFACT);
    }
}

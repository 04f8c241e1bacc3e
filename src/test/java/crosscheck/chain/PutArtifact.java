package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;

import crosscheck.phase.Scenario;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.nio.charset.StandardCharsets;

/** A worker uploads the log of the run that the session names. */
final class PutArtifact {
    static final String NAME = "build.log";

    private PutArtifact() {}

    static ChainBuilder of(Load load, Scenario scenario, Recorded recorded) {
        return recorded.request(
                "put-artifact",
                load.put(scenario, "put-artifact", "/api/runs/#{run}/artifacts/" + NAME)
                        .header("Content-Type", "application/octet-stream")
                        .body(ByteArrayBody(PutArtifact::content)),
                (response, session) -> Answers.putArtifact(response, NAME, content(session)));
    }

    /** Bytes that are another artifact's in no other run. */
    private static byte[] content(Session session) {
        return ("building " + Work.run(session) + "\n").repeat(20).getBytes(StandardCharsets.UTF_8);
    }
}

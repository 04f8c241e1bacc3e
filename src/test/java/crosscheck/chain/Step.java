package crosscheck.chain;

import crosscheck.phase.Attempt;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.Session;

/** What a recorded request does beside being sent. Each hook of its own in a chain costs the generator, so they share one. */
@FunctionalInterface
interface Step {

    /** What the request needs. */
    default Session before(Session session) {
        return session;
    }

    /** The answer by the contract, before Gatling's checks. */
    Attempt.Answer judge(Response response, Session session);

    /** What becomes of it, whether an answer came or not. */
    default Session after(Session session) {
        return session;
    }
}

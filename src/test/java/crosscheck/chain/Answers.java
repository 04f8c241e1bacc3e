package crosscheck.chain;

import crosscheck.contract.Answer;
import crosscheck.contract.AnswerCheck;
import crosscheck.observation.Outcome;
import crosscheck.phase.Attempt;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.Session;
import io.netty.handler.codec.http.HttpHeaderNames;

/** Gatling's responses, judged by the contract. */
final class Answers {
    private static final int QUEUE_EMPTY = 503;

    private Answers() {}

    static Attempt.Answer assign(Response response) {
        int status = status(response);
        String retryAfter = response.headers().get(HttpHeaderNames.RETRY_AFTER);
        Answer answer = AnswerCheck.assign(status, contentType(response), retryAfter, body(response));
        Outcome right = status == QUEUE_EMPTY ? Outcome.EMPTY : Outcome.SUCCESS;
        return judged(answer, status, right);
    }

    static Attempt.Answer setItemStatus(Response response, Session session) {
        int status = status(response);
        return judged(
                AnswerCheck.setItemStatus(Work.item(session), status, contentType(response), body(response)), status);
    }

    static Attempt.Answer submitResult(Response response, String run, String resultCode) {
        int status = status(response);
        return judged(AnswerCheck.submitResult(run, resultCode, status, contentType(response), body(response)), status);
    }

    static Attempt.Answer putArtifact(Response response, Artifact sent) {
        int status = status(response);
        return judged(
                AnswerCheck.putArtifact(
                        sent.name(),
                        sent.content().length,
                        sent.sha256(),
                        status,
                        contentType(response),
                        body(response)),
                status);
    }

    private static Attempt.Answer judged(Answer answer, int status) {
        return judged(answer, status, Outcome.SUCCESS);
    }

    private static Attempt.Answer judged(Answer answer, int status, Outcome right) {
        String mismatch = answer.mismatch().orElse("");
        return new Attempt.Answer(
                mismatch.isEmpty() ? right : Outcome.WRONG,
                status,
                mismatch,
                answer.item(),
                answer.run(),
                answer.bucket());
    }

    private static int status(Response response) {
        return response.status().code();
    }

    private static String contentType(Response response) {
        return response.headers().get(HttpHeaderNames.CONTENT_TYPE);
    }

    private static byte[] body(Response response) {
        return response.body().bytes();
    }
}

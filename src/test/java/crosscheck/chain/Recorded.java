package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.status;

import crosscheck.phase.Attempt;
import crosscheck.phase.Scenario;
import io.gatling.http.client.Request;
import io.gatling.http.client.uri.Uri;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request of a load scenario, judged by the contract and recorded whatever becomes of it. A wrong answer is a KO in
 * Gatling's report too.
 */
final class Recorded {
    private static final String ATTEMPT = "attempt";
    private static final String PLANNED = "planned";
    private static final int LINE_OVERHEAD = 4;

    /** What chains set themselves; a client's credentials are none of it. */
    private static final List<String> SAMPLED_HEADERS = List.of("Content-Type", Assign.WORKER_NAME);

    private final Load load;
    private final Scenario scenario;
    private final long timeoutMicros;

    Recorded(Load load, Scenario scenario) {
        this.load = load;
        this.scenario = scenario;
        this.timeoutMicros = load.requestTimeout().toNanos() / 1_000;
    }

    /** Marks an arrival that was planned by somebody else: the next request counts from its time. */
    static Session planned(Session session, long plannedMicros) {
        return session.set(PLANNED, plannedMicros);
    }

    /** Marks the arrival of a virtual user: its next request counts from the planned time. */
    ChainBuilder arrival() {
        return exec(session -> session.set(PLANNED, load.phase().arrive(scenario)));
    }

    /**
     * @param operation as in observations
     * @param request what is sent
     */
    ChainBuilder request(String operation, HttpRequestActionBuilder request, Step step) {
        return exec(session -> start(operation, step.before(session)))
                .exec(request.requestTimeout(load.requestTimeout())
                        .transformResponse((response, session) -> {
                            Attempt attempt = attempt(session);
                            attempt.arrived(bytes(response.request()), bytes(response));
                            attempt.answered(step.judge(response, session));
                            if (attempt.isSampled()) {
                                sample(attempt, response);
                            }
                            return response;
                        })
                        .check(status().validate("answer as promised", (status, session) -> {
                            String mismatch = attempt(session).answer().mismatch();
                            if (!mismatch.isEmpty()) {
                                throw new IllegalStateException(mismatch);
                            }
                            return status;
                        })))
                .exec(session -> {
                    attempt(session).close(timeoutMicros);
                    return step.after(session);
                });
    }

    private void sample(Attempt attempt, Response response) {
        Request request = response.request();
        Map<String, String> headers = new LinkedHashMap<>();
        SAMPLED_HEADERS.stream()
                .filter(request.getHeaders()::contains)
                .forEach(name -> headers.put(name, request.getHeaders().get(name)));
        attempt.sample(
                request.getMethod().name(),
                load.path(request.getUri().toRelativeUrl()),
                headers,
                request.getBody() == null ? null : request.getBody().getBytes(),
                ResponseHeaders.of(response),
                response.body().bytes());
    }

    /** The answer to this user's latest request, or {@code null} if none came. */
    static Attempt.Answer answer(Session session) {
        return attempt(session).answer();
    }

    private Session start(String operation, Session session) {
        if (!session.contains(PLANNED)) {
            return started(operation, load.phase().now(), session);
        }
        return started(operation, session.getLong(PLANNED), session).remove(PLANNED);
    }

    private Session started(String operation, long planned, Session session) {
        return session.set(
                ATTEMPT,
                new Attempt(load.phase(), scenario, operation, planned, Work.item(session), Work.run(session)));
    }

    private static Attempt attempt(Session session) {
        return session.get(ATTEMPT);
    }

    private static long bytes(Request request) {
        Uri uri = request.getUri();
        long query = uri.getQuery() == null ? 0 : 1 + uri.getQuery().length();
        long body = request.getBody() == null ? 0 : request.getBody().getBytes().length;
        return uri.getNonEmptyPath().length() + query + bytes(request.getHeaders()) + body;
    }

    private static long bytes(Response response) {
        return response.body().length() + bytes(response.headers());
    }

    private static long bytes(HttpHeaders headers) {
        long bytes = 0;
        Iterator<Map.Entry<CharSequence, CharSequence>> each = headers.iteratorCharSequence();
        while (each.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = each.next();
            bytes += header.getKey().length() + header.getValue().length() + LINE_OVERHEAD;
        }
        return bytes;
    }
}

package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static io.netty.handler.codec.http.HttpHeaderNames.CONNECTION;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.HOST;

import crosscheck.functional.Exchange;
import io.gatling.http.client.Request;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Functional checks, one request after the other, exactly as they are given out: no header that they do not name, no path
 * encoded anew, and each on a connection of its own, since Gatling sends a request twice when a kept one turns out to be closed.
 * They are kept out of Gatling's figures.
 */
public final class FunctionalChecks {
    private static final String EXCHANGE = "exchange";

    /** Below all numbers that Gatling gives. */
    private static final long FIRST_USER = -1_000;

    private FunctionalChecks() {}

    /** The protocol of a population that plays checks. */
    public static HttpProtocolBuilder protocol() {
        return http.disableWarmUp().disableFollowRedirect().disableCaching();
    }

    /**
     * @param next gives out the next request; empty at the end
     * @param done takes it back, answered or not
     */
    public static ChainBuilder of(Supplier<Optional<Exchange>> next, Consumer<Exchange> done, Duration timeout) {
        return exec(session -> given(session, next))
                .exec(asLongAs(session -> session.contains(EXCHANGE))
                        .on(doIfOrElse(session -> exchange(session).body() == null)
                                .then(request(timeout))
                                .orElse(request(timeout).body(ByteArrayBody(session -> exchange(session)
                                        .body())))
                                .exec(session -> {
                                    done.accept(exchange(session));
                                    return given(session, next);
                                })));
    }

    private static HttpRequestActionBuilder request(Duration timeout) {
        return http("functional check")
                .httpRequest(session -> exchange(session).method(), session -> exchange(session)
                        .url())
                .disableUrlEncoding()
                .requestTimeout(timeout)
                .sign((request, session) -> asGiven(request, exchange(session)))
                .transformResponse((response, session) -> {
                    exchange(session)
                            .answered(
                                    response.status().code(),
                                    ResponseHeaders.of(response),
                                    response.body().bytes());
                    return response;
                })
                .check(status().gte(0))
                .silent();
    }

    private static Request asGiven(Request request, Exchange exchange) {
        HttpHeaders headers = request.getHeaders();
        headers.names().stream()
                .filter(name -> !HOST.contentEqualsIgnoreCase(name) && !CONTENT_LENGTH.contentEqualsIgnoreCase(name))
                .forEach(headers::remove);
        headers.set(CONNECTION, "close");
        exchange.headers().forEach(headers::set);
        exchange.sending();
        return request;
    }

    private static Session given(Session session, Supplier<Optional<Exchange>> next) {
        return next.get()
                .map(exchange -> asAnotherUser(session).set(EXCHANGE, exchange))
                .orElseGet(() -> session.remove(EXCHANGE));
    }

    /** Connections are kept for each virtual user, so this one has none yet. */
    private static Session asAnotherUser(Session session) {
        var user = session.asScala();
        return new Session(user.copy(
                user.scenario(),
                Math.min(user.userId(), FIRST_USER) - 1,
                user.attributes(),
                user.baseStatus(),
                user.blockStack(),
                user.onExit(),
                user.eventLoop()));
    }

    private static Exchange exchange(Session session) {
        return session.get(EXCHANGE);
    }
}

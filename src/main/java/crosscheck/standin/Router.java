package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds a request's route and takes the request through the contract's order of refusals to its operation. */
final class Router {
    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingLong(Route::parameters))
                .toList();
    }

    /** How much of this request's body is worth keeping. */
    int bodyLimit(HttpRequest head) {
        return path(head)
                .flatMap(path -> candidates(path).stream()
                        .filter(route -> route.method().equals(head.method().name()))
                        .findFirst())
                .map(route -> route.body().limit())
                .orElse(0);
    }

    /** @throws Refusal where the request is refused */
    CompletionStage<Response> handle(HttpRequest head, Body body, Trace trace) throws SQLException {
        List<String> path = path(head).orElseThrow(Router::noSuchRoute);
        List<Route> candidates = candidates(path);
        if (candidates.isEmpty()) {
            throw noSuchRoute();
        }
        for (Route route : candidates) {
            if (route.method().equals(head.method().name())) {
                return route.handler().handle(request(route, path, head, body, trace));
            }
        }
        throw Refusal.methodNotAllowed(candidates.stream().map(Route::method).toList());
    }

    private static Request request(Route route, List<String> path, HttpRequest head, Body body, Trace trace) {
        Map<String, String> parameters = route.parameters(path);
        parameters.forEach((placeholder, value) -> PathParameter.of(placeholder).check(value));
        HttpHeaders headers = head.headers();
        route.body().check(headers.get(HttpHeaderNames.CONTENT_TYPE), body);
        return new Request(
                parameters,
                new Query(new QueryStringDecoder(head.uri()).parameters()),
                text(headers.get("X-Worker-Name")),
                trace,
                route.body() == BodyKind.JSON ? json(body) : null,
                route.body() == BodyKind.BYTES ? body.bytes() : null);
    }

    private static JsonNode json(Body body) {
        try {
            return Json.read(body.bytes());
        } catch (IOException malformed) {
            throw Refusal.of(400, "malformed-json", "the body is not JSON in UTF-8");
        }
    }

    /** The routes whose template fits best: a literal wins over a parameter. */
    private List<Route> candidates(List<String> path) {
        Optional<String> best = routes.stream()
                .filter(route -> route.matches(path))
                .map(Route::template)
                .findFirst();
        return routes.stream()
                .filter(route -> best.isPresent() && route.template().equals(best.get()))
                .toList();
    }

    /** The path's segments, decoded one by one, so that a name may contain an escaped slash. */
    private static Optional<List<String>> path(HttpRequest head) {
        String raw = new QueryStringDecoder(head.uri()).rawPath();
        try {
            return Optional.of(Arrays.stream(raw.split("/", -1))
                    .map(segment -> QueryStringDecoder.decodeComponent(segment.replace("+", "%2B")))
                    .toList());
        } catch (IllegalArgumentException malformedEscape) {
            return Optional.empty();
        }
    }

    /** Netty reads headers as Latin-1; clients write them as UTF-8. */
    private static String text(String header) {
        return header == null
                ? null
                : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }

    private static Refusal noSuchRoute() {
        return Refusal.of(404, "no-such-route", "there is no such path");
    }
}

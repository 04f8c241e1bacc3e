package crosscheck.target;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests that are no measurement: readiness and preflight. Goes straight to the target, past every proxy. */
final class Http {
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Duration timeout;
    private final HttpClient client;

    Http() {
        this(TIMEOUT);
    }

    Http(Duration timeout) {
        this.timeout = timeout;
        client = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    HttpResponse<String> get(URI base, String path) throws IOException, InterruptedException {
        return send(request(base, path).GET().build());
    }

    HttpResponse<String> post(URI base, String path, String json) throws IOException, InterruptedException {
        return send(request(base, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Asks without waiting for the answer. */
    CompletableFuture<HttpResponse<String>> ask(URI base, String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(base, path).GET();
        headers.forEach(request::header);
        return start(request.build());
    }

    private CompletableFuture<HttpResponse<String>> start(HttpRequest request) {
        return client.sendAsync(request, head -> new FirstBytes(LARGEST_ANSWER));
    }

    /** The request's own timeout ends with the answer's head; this one is over all of it. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = start(request);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private HttpRequest.Builder request(URI base, String path) {
        String authority =
                base.getRawAuthority().substring(base.getRawAuthority().lastIndexOf('@') + 1);
        URI uri = URI.create(base.getScheme() + "://" + authority + base.getRawPath() + path);
        return HttpRequest.newBuilder(uri).timeout(timeout);
    }

    /** An answer in one short line, for messages: what would move a terminal's cursor is left out. */
    static String shown(HttpResponse<String> answer) {
        String body = answer.body().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        String encoding = answer.headers()
                .firstValue("Content-Encoding")
                .map(" with Content-Encoding: "::concat)
                .orElse("");
        return answer.statusCode()
                + encoding
                + (body.isEmpty() ? "" : " " + (body.length() > 200 ? body.substring(0, 200) + "..." : body));
    }
}

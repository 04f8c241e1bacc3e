package crosscheck.target;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests that are no measurement: readiness and preflight. Goes straight to the target, past every proxy. */
final class Http {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();

    HttpResponse<String> get(URI base, String path) throws IOException, InterruptedException {
        return send(request(base, path).GET().build());
    }

    HttpResponse<String> post(URI base, String path, String json) throws IOException, InterruptedException {
        return send(request(base, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI base, String path) {
        String authority =
                base.getRawAuthority().substring(base.getRawAuthority().lastIndexOf('@') + 1);
        URI uri = URI.create(base.getScheme() + "://" + authority + base.getRawPath() + path);
        return HttpRequest.newBuilder(uri).timeout(TIMEOUT);
    }

    /** An answer in one short line, for messages. */
    static String shown(HttpResponse<String> answer) {
        String body = answer.body().strip().replaceAll("\\s+", " ");
        return answer.statusCode()
                + (body.isEmpty() ? "" : " " + (body.length() > 200 ? body.substring(0, 200) + "..." : body));
    }
}

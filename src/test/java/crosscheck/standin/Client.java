package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An HTTP client of the contract. */
final class Client {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    /** An answer; the body is null where it is not JSON. */
    record Answer(int status, JsonNode body, HttpResponse<byte[]> raw) {
        String code() {
            return body.path("error").path("code").asText();
        }

        String field() {
            JsonNode field = body.path("error").path("field");
            return field.isMissingNode() ? null : field.asText();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }
    }

    Client(int port) {
        base = "http://127.0.0.1:" + port;
    }

    String base() {
        return base;
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Sends JSON written with single quotes. */
    Answer json(String method, String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    Answer post(String path, String body, String... headers) {
        return json("POST", path, body, headers);
    }

    Answer put(String path, byte[] body) {
        return body(path, "PUT", "application/octet-stream", body);
    }

    Answer body(String path, String method, String contentType, byte[] body) {
        HttpRequest.Builder request = request(path);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return send(request.method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer assign(String worker) {
        return get("/api/queue/next", "X-Worker-Name", worker);
    }

    Answer submit(String run) {
        return post("/api/runs/" + run + "/result", "{'result_code':'success','result':{},'logfilenames':[]}");
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter("application/json"::equals)
                    .isPresent();
            JsonNode body = json ? MAPPER.readTree(new String(response.body(), StandardCharsets.UTF_8)) : null;
            return new Answer(response.statusCode(), body, response);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }
}

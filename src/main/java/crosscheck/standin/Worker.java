package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Executes a job: the command is recorded, not run, and what came of it goes to the runner. */
final class Worker {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LOG = "build.log";
    private static final String RESULT = "result.json";

    private HttpClient client;

    private record Upload(String name, byte[] content) {}

    /** Asynchronous, as the runner may be this very process. */
    CompletionStage<Response> execute(Request request) {
        Fields fields = request.fields();
        UUID run = fields.requiredRunId("run_id");
        String codebase = fields.requiredName("codebase");
        String campaign = fields.requiredName("campaign");
        String command = fields.requiredText("command");
        URI runner = httpUrl(fields.requiredText("runner_url"));

        ObjectNode result = Json.object()
                .put("codebase", codebase)
                .put("campaign", campaign)
                .put("command", command);
        Upload log = new Upload(LOG, (command + "\n").getBytes(StandardCharsets.UTF_8));
        Upload report = new Upload(RESULT, Json.bytes(result));
        ObjectNode done = Json.object().put("run_id", run.toString()).put("result_code", "success");
        done.set("result", result);
        done.set("logfilenames", Json.array().add(LOG));
        ArrayNode artifacts = done.putArray("artifacts");
        for (Upload upload : new Upload[] {log, report}) {
            artifacts.add(Artifacts.artifact(upload.name(), upload.content()));
        }
        return upload(runner, run, log, request.trace())
                .thenCompose(uploaded -> upload(runner, run, report, request.trace()))
                .thenApply(uploaded -> Response.json(200, done));
    }

    private CompletionStage<Void> upload(URI runner, UUID run, Upload upload, Trace trace) {
        String base = runner.toString().replaceAll("/+$", "");
        HttpRequest put = HttpRequest.newBuilder(URI.create(base + "/api/runs/" + run + "/artifacts/" + upload.name()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/octet-stream")
                .header("traceparent", trace.next())
                .PUT(HttpRequest.BodyPublishers.ofByteArray(upload.content()))
                .build();
        return client().sendAsync(put, HttpResponse.BodyHandlers.discarding()).handle((response, failure) -> {
            if (failure != null || response.statusCode() / 100 != 2) {
                throw Refusal.of(502, "runner-unavailable", "the runner did not take " + upload.name());
            }
            return null;
        });
    }

    /** Made when first needed: most processes never execute a job. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
        }
        return client;
    }

    private static URI httpUrl(String text) {
        try {
            URI url = URI.create(text);
            if ("http".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException noUrl) {
            // refused below, like a URL of another kind
        }
        throw Refusal.field("runner_url", "must be an http URL");
    }
}

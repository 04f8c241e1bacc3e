package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One way through the whole contract, the same each time: what each step was answered and what is there at the end, with
 * ids numbered and times left out.
 */
final class Tour {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TRACE = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-01");
    private static final Pattern NOW =
            Pattern.compile("20(2[4-9]|[3-9]\\d)-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(?=Z|\\+00:00)");
    private static final String LAST = "00000000-0000-4000-8000-0000000000ff";
    private static final String PARENT = "00000000000000aa";
    private static final String TABLES = "codebase,candidate,run,run_branch,run_artifact,queue,publish";

    /** Just before each result, so that it comes within the eleventh second. */
    private static final String TEN_SECONDS_AGO = "UPDATE run SET start_time = now() - interval '10.01 s'";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Ends transactions that a fault left open. */
    private static final String LEFT_OPEN = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND state LIKE 'idle in transaction%'";

    private final Backends backends;
    private final String base;
    private final Map<String, String> seen = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private int requests;

    private Tour(Backends backends, int port) {
        this.backends = backends;
        base = "http://127.0.0.1:" + port;
    }

    /** What was seen, by step. */
    static Map<String, String> through(Backends backends, int port) {
        backends.execute(LEFT_OPEN);
        backends.execute("TRUNCATE " + TABLES + ", campaign RESTART IDENTITY CASCADE");
        backends.execute("INSERT INTO codebase (name) SELECT 'c' || i FROM generate_series(0, 4) i");
        backends.execute("INSERT INTO campaign VALUES ('lint', 'lintian-brush'), ('new', 'new-upstream')");
        Tour tour = new Tour(backends, port);
        tour.codebases();
        tour.candidates();
        tour.queue();
        String run = tour.work();
        tour.runs(run);
        tour.refusals(run);
        tour.services(run);
        tour.end(run);
        return tour.seen;
    }

    private void codebases() {
        get("health", "/api/health");
        post("codebase created", "/api/codebases", "{'name':'x','value':0.1,'vcs_type':'git'}");
        post("codebase with unknown field", "/api/codebases", "{'name':'y','colour':'red'}");
        get("codebase", "/api/codebases/x");
        get("codebase with nulls", "/api/codebases/c0");
        get("codebases", "/api/codebases?limit=3");
        json("PUT", "codebase replaced", "/api/codebases/x", "{'subpath':'s'}");
        json("PUT", "codebase replaced by another name", "/api/codebases/x", "{'name':'z','subpath':'s'}");
    }

    private void candidates() {
        post("candidate", "/api/candidates", "{'codebase':'c0','campaign':'lint','context':{'a':1}}");
        post("candidate replaced", "/api/candidates", "{'codebase':'c0','campaign':'lint'}");
        post("chance over 1", "/api/candidates", "{'codebase':'c0','campaign':'lint','success_chance':1.5}");
        post("candidate of nothing", "/api/candidates", "{'codebase':'none','campaign':'lint'}");
    }

    private void queue() {
        post(
                "scheduled",
                "/api/queue",
                "{'codebase':'c1','campaign':'lint','requester':'r','context':{'build':12345678901234567890}}");
        post("scheduled first", "/api/queue", "{'codebase':'c2','campaign':'lint','bucket':'manual','context':[1]}");
        post("scheduled with null", "/api/queue", "{'codebase':'c3','campaign':'lint','command':null}");
        post("priority as text", "/api/queue", "{'codebase':'c4','campaign':'lint','priority':'7'}");
        post("codebase with NUL", "/api/queue", "{'codebase':'\\u0000','campaign':'lint'}");
        post("nothing scheduled", "/api/queue", "{}");
        post("scheduled for nothing", "/api/queue", "{'codebase':'nowhere','campaign':'lint'}");
        get("item", "/api/queue/1");
        get("items", "/api/queue");
        get("items of empty status", "/api/queue?status=");
        get("assigned items", "/api/queue?status=assigned");
        send("next deleted", "DELETE", "/api/queue/next", null, BodyPublishers.noBody());
        get("nobody asks", "/api/queue/next?codebase=none");
        get("long name asks", "/api/queue/next?codebase=none", "X-Worker-Name", "w".repeat(201));
        get("nothing to assign", "/api/queue/next?codebase=none", "X-Worker-Name", "w");
    }

    private String work() {
        JsonNode assigned = get("assigned", "/api/queue/next", "X-Worker-Name", "w");
        String run = assigned.path("run_id").asText();
        String item = "/api/queue/" + assigned.path("id").asText();
        json("PUT", "unknown status", item + "/status", "{'status':'done'}");
        json("PUT", "in progress", item + "/status", "{'status':'in_progress'}");
        json("PATCH", "active run changed", "/api/runs/" + run, "{'status':'completed','description':'no'}");
        get("active run", "/api/runs/" + run);
        send("artifact", "PUT", "/api/runs/" + run + "/artifacts/a", "application/octet-stream", bytes("abc"));
        send("artifact replaced", "PUT", "/api/runs/" + run + "/artifacts/a", "application/octet-stream", bytes("abd"));
        get("artifact read", "/api/runs/" + run + "/artifacts/a");
        get("artifacts", "/api/runs/" + run + "/artifacts");
        String result = "{'result_code':'%s','result':{},'logfilenames':['l','k'],'description':'für','branches':[%s]}";
        backends.execute(TEN_SECONDS_AGO);
        post("result", "/api/runs/" + run + "/result", result.formatted("fixed", "{'role':'a'},{'role':'b'}"));
        seen.put("transactions of the result", backends.text("""
                SELECT count(DISTINCT id) FROM (SELECT xmin::text AS id FROM run WHERE id = '%1$s'
                    UNION SELECT xmin::text FROM run_branch WHERE run_id = '%1$s') AS transactions""".formatted(run)));
        post("result again", "/api/runs/" + run + "/result", result.formatted("fixed", "{'role':'a'}"));
        post("roles repeated", "/api/runs/" + run + "/result", result.formatted("ok", "{'role':'a'},{'role':'a'}"));
        get("finished run", "/api/runs/" + run);
        get("finished item", item);
        return run;
    }

    private void runs(String run) {
        json("PATCH", "value changed", "/api/runs/" + run, "{'value':2.5}");
        json("PATCH", "description cleared", "/api/runs/" + run, "{'description':null}");
        json("PATCH", "run again", "/api/runs/" + run, "{'status':'running'}");
        json("PATCH", "run completed", "/api/runs/" + run, "{'status':'completed'}");
        get("completed run", "/api/runs/" + run);
        json("PATCH", "run once more", "/api/runs/" + run, "{'status':'running'}");
        backends.execute(TEN_SECONDS_AGO);
        post(
                "second result",
                "/api/runs/" + run + "/result",
                "{'result_code':'success','result':{},'logfilenames':[],'branches':[{'role':'c'}]}");
        get("run after second result", "/api/runs/" + run);
        post("run created", "/api/runs", "{'codebase':'c1','campaign':'new','start_time':'2020-01-01T00:00:00.5Z'}");
        post(
                "older run created",
                "/api/runs",
                "{'codebase':'c1','campaign':'new','start_time':'2019-01-01T00:00:00Z'}");
        get("created runs", "/api/runs?campaign=new");
        get("one created run", "/api/runs?campaign=new&limit=1");
        get("second page", "/api/runs?campaign=new&limit=1&offset=1");
        get("large page", "/api/runs?campaign=new&limit=1001");
    }

    private void refusals(String run) {
        get("unknown run", "/api/runs/00000000-0000-4000-8000-00000000000a");
        get("run in upper case", "/api/runs/" + run.toUpperCase(Locale.ROOT) + "/artifacts");
        JsonNode active = get("assigned to be refused", "/api/queue/next?codebase=c1", "X-Worker-Name", "w");
        send(
                "active run deleted",
                "DELETE",
                "/api/runs/" + active.path("run_id").asText(),
                null,
                BodyPublishers.noBody());
        send("assigned cancelled", "DELETE", "/api/queue/" + active.path("id").asText(), null, BodyPublishers.noBody());
        send("text sent", "POST", "/api/codebases", "text/plain", bytes("{\"name\":\"t\"}"));
        post("text after JSON", "/api/codebases", "{'name':'u'} and more");
        post("long JSON", "/api/codebases", "{'name':'v','colour':'" + "x".repeat(1 << 20) + "'}");
        get(
                "trace in upper case",
                "/api/health",
                "traceparent",
                "00-" + "0".repeat(20) + "AB".repeat(6) + "-" + "CD".repeat(8) + "-01");
    }

    private void services(String run) {
        String job = "{'run_id':'%s','codebase':'c2','campaign':'lint','command':'x','runner_url':'%s'}";
        try (Runner runner = new Runner()) {
            post("job", "/api/worker/jobs", job.formatted(run, runner.url()));
            seen.put("uploads", normal(runner.uploads().toString()));
        }
        post("job without runner", "/api/worker/jobs", job.formatted(run, "http://127.0.0.1:1"));
        JsonNode publish = post("published", "/api/publish", "{'run_id':'" + run + "','mode':'push'}");
        String state = "/api/publish/" + publish.path("publish_id").asText();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> publish.has("error")
                        || received(publish.path("publish_id").asText("publish.completed")));
        get("publication", state);
        JsonNode created = post("failed run", "/api/runs", "{'codebase':'c1','campaign':'lint'}");
        post(
                "failed run published",
                "/api/publish",
                "{'run_id':'" + created.path("id").asText() + "','mode':'push'}");
        post("no run published", "/api/publish", "{'run_id':'00000000-0000-4000-8000-00000000000a','mode':'push'}");
    }

    private void end(String run) {
        post("nonsense sent", "/api/messages", "{'topic':'run.started','payload':7}");
        String last = "{'topic':'run.started','payload':{'run_id':'" + LAST
                + "','codebase':'c','campaign':'m','worker':'w'," + "'timestamp':'2020-01-01T00:00:00Z'}}";
        post("last sent", "/api/messages", last);
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> received(LAST));
        get("received", "/api/messages");
        get("rejected", "/api/messages/rejected");
        send("run deleted", "DELETE", "/api/runs/" + run, null, BodyPublishers.noBody());
        get("deleted run", "/api/runs/" + run);
        post(
                "run in nanoseconds",
                "/api/runs",
                "{'codebase':'c1','campaign':'new','start_time':'2018-01-01T00:00:00.123456789Z'}");
        for (String table : TABLES.split(",")) {
            seen.put(
                    "table " + table,
                    normal(backends.text(
                            "SELECT coalesce(jsonb_agg(t ORDER BY regexp_replace(t::text, '[0-9a-f-]{36}', '', 'g')), '[]') FROM "
                                    + table + " t")));
        }
    }

    private JsonNode get(String step, String path, String... headers) {
        return send(step, "GET", path, null, BodyPublishers.noBody(), headers);
    }

    private JsonNode post(String step, String path, String body) {
        return json("POST", step, path, body);
    }

    /** Sends JSON written with single quotes. */
    private JsonNode json(String method, String step, String path, String body) {
        return send(step, method, path, "application/json", bytes(body.replace('\'', '"')));
    }

    private static BodyPublisher bytes(String text) {
        return BodyPublishers.ofString(text);
    }

    /** Sends a request in a trace of its own and remembers what came. */
    private JsonNode send(
            String step, String method, String path, String contentType, BodyPublisher body, String... headers) {
        String trace = "%032x".formatted(++requests);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        request.header("traceparent", "00-" + trace + "-" + PARENT + "-01");
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = answer(request.build()).orElse(null);
        if (answer == null) {
            seen.put(step, "no answer");
            return MAPPER.missingNode();
        }
        String shown = Stream.of("Content-Type", "Location", "Retry-After", "Allow", "traceparent")
                .map(name -> name + ": " + answer.headers().firstValue(name).orElse("-"))
                .collect(Collectors.joining("; "));
        seen.put(step, normal(answer.statusCode() + "; " + shown + "; " + answer.body()));
        return tree(answer.body());
    }

    private boolean received(String id) {
        return Stream.of("/api/messages", "/api/messages/rejected")
                .anyMatch(path -> list(path).contains(id));
    }

    private String list(String path) {
        return answer(HttpRequest.newBuilder(URI.create(base + path)).build())
                .map(HttpResponse::body)
                .orElse("");
    }

    private static Optional<HttpResponse<String>> answer(HttpRequest request) {
        try {
            return Optional.of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException closed) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode tree(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException noJson) {
            return MAPPER.missingNode();
        }
    }

    /** Numbers ids in the order of their appearance, and leaves out what changes from tour to tour. */
    private String normal(String text) {
        String numbered =
                ID.matcher(text).replaceAll(id -> ids.computeIfAbsent(id.group(), other -> "id" + ids.size()));
        String traced = TRACE.matcher(numbered)
                .replaceAll(trace -> "00-"
                        + (trace.group(1).startsWith("0".repeat(20)) ? trace.group(1) : "new")
                        + (trace.group(2).equals(PARENT) ? "-repeated-01" : "-own-01"));
        return NOW.matcher(traced).replaceAll("now").replace(base, "here");
    }
}

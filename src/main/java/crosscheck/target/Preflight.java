package crosscheck.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Makes sure, before anything is measured, that every service of both sides works on this run's database and Redis. Each is
 * asked what it can only answer when it reads rows that crosscheck has just written under random names:
 *
 * <ul>
 *   <li>runner: the codebase is served, and a message posted to it appears on this Redis;
 *   <li>site: a candidate for the codebase and campaign is accepted;
 *   <li>publisher: publishing the run, which has failed, is not refused because it is unknown;
 *   <li>worker, which has no database: a job uploads its artifacts to the runner, and they are in this database.
 * </ul>
 *
 * Whether the answers are otherwise as the contract says is for the checks to tell: a defect is no wrong database.
 */
final class Preflight {
    /** One refusal may be a planted error or a connection that broke; a wrong database refuses each time. */
    private static final int ATTEMPTS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Registry registry;
    private final DataSource database;
    private final SecretUrl redisUrl;
    private final Http http;

    Preflight(Registry registry, DataSource database, SecretUrl redisUrl, Http http) {
        this.registry = registry;
        this.database = database;
        this.redisUrl = redisUrl;
        this.http = http;
    }

    /** @throws RunError target: a service does not use this database or Redis, or does not keep the contract here */
    void check() throws InterruptedException {
        try (PreflightRows rows = PreflightRows.write(database)) {
            for (Implementation side : Implementation.values()) {
                checkRunner(side, rows);
                checkMessages(side, rows);
                checkSite(side, rows);
                checkPublisher(side, rows);
                checkWorker(side, rows);
            }
        } catch (SQLException e) {
            throw RunError.environment("preflight: the database refused a row: " + e.getMessage());
        }
    }

    private void checkRunner(Implementation side, PreflightRows rows) throws InterruptedException {
        expect(
                side,
                Service.RUNNER,
                "GET /api/codebases/" + rows.codebase(),
                url -> http.get(url.reveal(), "/api/codebases/" + rows.codebase()),
                answer -> answer.statusCode() == 200 && answer.body().contains(rows.codebase()),
                "does not serve a codebase that was just written to this run's database; does it use another one?");
    }

    private void checkMessages(Implementation side, PreflightRows rows) throws InterruptedException {
        String topic = "run.progress";
        String nonce = UUID.randomUUID().toString();
        String message = json(Map.of(
                "topic",
                topic,
                "payload",
                Map.of(
                        "run_id",
                        nonce,
                        "codebase",
                        rows.codebase(),
                        "campaign",
                        rows.campaign(),
                        "status",
                        "in_progress",
                        "timestamp",
                        "2020-01-01T00:00:00Z")));
        try (Listener listener = new Listener(redisUrl, topic, nonce)) {
            expect(
                    side,
                    Service.RUNNER,
                    "POST /api/messages",
                    url -> http.post(url.reveal(), "/api/messages", message),
                    Preflight::isSuccess,
                    "does not publish a message");
            if (!listener.heard()) {
                throw RunError.target(name(side, Service.RUNNER)
                        + " accepted a message that was not seen on this run's Redis " + redisUrl
                        + "; does it use another one?");
            }
        }
    }

    private void checkSite(Implementation side, PreflightRows rows) throws InterruptedException {
        String body = json(Map.of("codebase", rows.codebase(), "campaign", rows.campaign()));
        expect(
                side,
                Service.SITE,
                "POST /api/candidates",
                url -> http.post(url.reveal(), "/api/candidates", body),
                Preflight::isSuccess,
                "does not accept a candidate for a codebase and campaign of this run's database; does it use another one?");
    }

    private void checkPublisher(Implementation side, PreflightRows rows) throws InterruptedException {
        String body = json(Map.of("run_id", rows.failedRun(), "mode", "push"));
        expect(
                side,
                Service.PUBLISHER,
                "POST /api/publish",
                url -> http.post(url.reveal(), "/api/publish", body),
                Preflight::knowsTheRun,
                "does not know a failed run of this run's database; does it use another one?");
    }

    private void checkWorker(Implementation side, PreflightRows rows) throws InterruptedException {
        String body = json(Map.of(
                "run_id", rows.activeRun(side),
                "codebase", rows.codebase(),
                "campaign", rows.campaign(),
                "command", "true",
                "runner_url", registry.baseUrl(side, Service.RUNNER).reveal().toString()));
        expect(
                side,
                Service.WORKER,
                "POST /api/worker/jobs",
                url -> http.post(url.reveal(), "/api/worker/jobs", body),
                Preflight::isSuccess,
                "does not execute a job and upload its artifacts to " + registry.baseUrl(side, Service.RUNNER)
                        + "; can it reach that URL?");
        try {
            if (!rows.hasArtifacts(side)) {
                throw RunError.target(name(side, Service.WORKER)
                        + " executed a job whose artifacts are not in this run's database; does the runner behind "
                        + registry.baseUrl(side, Service.RUNNER) + " use another one?");
            }
        } catch (SQLException e) {
            throw RunError.environment("preflight: the database cannot be read: " + e.getMessage());
        }
    }

    private static boolean isSuccess(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 2;
    }

    private static boolean knowsTheRun(HttpResponse<String> answer) {
        return isSuccess(answer) || answer.statusCode() == 409 || answer.statusCode() == 422;
    }

    private interface Call {
        HttpResponse<String> to(SecretUrl url) throws IOException, InterruptedException;
    }

    private void expect(
            Implementation side,
            Service service,
            String request,
            Call call,
            Predicate<HttpResponse<String>> expected,
            String meaning)
            throws InterruptedException {
        String last = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                HttpResponse<String> answer = call.to(registry.baseUrl(side, service));
                if (expected.test(answer)) {
                    return;
                }
                last = "answered " + Http.shown(answer);
            } catch (IOException e) {
                last = "got no answer: " + e;
            }
        }
        throw RunError.target(name(side, service) + " " + meaning + " " + request + " " + last);
    }

    private String name(Implementation side, Service service) {
        return side + " " + service + " at " + registry.baseUrl(side, service);
    }

    private static String json(Map<String, ?> value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

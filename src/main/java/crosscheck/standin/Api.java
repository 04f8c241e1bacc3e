package crosscheck.standin;

import static crosscheck.standin.BodyKind.BYTES;
import static crosscheck.standin.BodyKind.JSON;
import static crosscheck.standin.BodyKind.NONE;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** The contract's operations, a route each. */
final class Api {
    private final List<Route> routes = new ArrayList<>();

    Api(Database database, Outbox outbox, Inbox inbox, Clock clock, Executor business, boolean skipsLocked) {
        Announcer announcer = new Announcer(outbox, clock);
        add("health", "GET", "/api/health", NONE, request -> health(database, outbox, inbox));

        Queue queue = new Queue(database, announcer);
        Assignments assignments = new Assignments(database, announcer, clock, skipsLocked);
        add(Operations.ASSIGN, "GET", "/api/queue/next", NONE, assignments::assign);
        add("list-queue", "GET", "/api/queue", NONE, queue::list);
        add("schedule", "POST", "/api/queue", JSON, queue::schedule);
        add("read-queue-item", "GET", "/api/queue/{queue_id}", NONE, queue::read);
        add(Operations.SET_ITEM_STATUS, "PUT", "/api/queue/{queue_id}/status", JSON, queue::setStatus);
        add("cancel", "DELETE", "/api/queue/{queue_id}", NONE, queue::cancel);

        Runs runs = new Runs(database, clock);
        Results results = new Results(database, announcer, clock);
        add("create-run", "POST", "/api/runs", JSON, runs::create);
        add("list-runs", "GET", "/api/runs", NONE, runs::list);
        add("read-run", "GET", "/api/runs/{run_id}", NONE, runs::read);
        add("update-run", "PATCH", "/api/runs/{run_id}", JSON, runs::update);
        add("delete-run", "DELETE", "/api/runs/{run_id}", NONE, runs::delete);
        add(Operations.SUBMIT_RESULT, "POST", "/api/runs/{run_id}/result", JSON, results::submit);

        Artifacts artifacts = new Artifacts(database);
        add(Operations.PUT_ARTIFACT, "PUT", "/api/runs/{run_id}/artifacts/{artifact}", BYTES, artifacts::put);
        add("get-artifact", "GET", "/api/runs/{run_id}/artifacts/{artifact}", NONE, artifacts::get);
        add("list-artifacts", "GET", "/api/runs/{run_id}/artifacts", NONE, artifacts::list);

        Codebases codebases = new Codebases(database);
        add("create-codebase", "POST", "/api/codebases", JSON, codebases::create);
        add("list-codebases", "GET", "/api/codebases", NONE, codebases::list);
        add("read-codebase", "GET", "/api/codebases/{codebase}", NONE, codebases::read);
        add("replace-codebase", "PUT", "/api/codebases/{codebase}", JSON, codebases::replace);

        Candidates candidates = new Candidates(database);
        add("submit-candidate", "POST", "/api/candidates", JSON, candidates::submit);

        Worker worker = new Worker();
        routes.add(new Route("execute-job", "POST", "/api/worker/jobs", JSON, worker::execute));

        Publisher publisher = new Publisher(database, announcer, clock, business);
        add("publish", "POST", "/api/publish", JSON, publisher::publish);
        add("publish-state", "GET", "/api/publish/{publish_id}", NONE, publisher::state);

        Messages messages = new Messages(outbox, inbox);
        add("send-message", "POST", "/api/messages", JSON, messages::send);
        add("list-messages", "GET", "/api/messages", NONE, messages::received);
        add("list-rejected-messages", "GET", "/api/messages/rejected", NONE, messages::rejected);
    }

    /** The routes with the defects that are planted in them. */
    List<Route> routes(List<Defect> defects) {
        return routes.stream()
                .map(route -> {
                    Handler handler = route.handler();
                    for (Defect defect : defects) {
                        handler = defect.around(route.operation(), handler);
                    }
                    return route.with(handler);
                })
                .toList();
    }

    private void add(String operation, String method, String template, BodyKind body, Handler.Blocking handler) {
        routes.add(new Route(operation, method, template, body, Handler.blocking(handler)));
    }

    private static Response health(Database database, Outbox outbox, Inbox inbox) {
        boolean ok = outbox.reachable() && inbox.subscribed() && database.reachable();
        return Response.json(ok ? 200 : 503, Json.object().put("status", ok ? "ok" : "unavailable"));
    }
}

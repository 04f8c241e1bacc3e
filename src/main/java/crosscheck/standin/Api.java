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

    Api(
            Database database,
            Outbox outbox,
            Announcer announcer,
            Inbox inbox,
            Clock clock,
            Executor business,
            boolean skipsLocked) {
        add(Operations.HEALTH, "GET", "/api/health", NONE, request -> health(database, outbox, inbox));

        Queue queue = new Queue(database, announcer);
        Assignments assignments = new Assignments(database, announcer, clock, skipsLocked);
        add(Operations.ASSIGN, "GET", "/api/queue/next", NONE, assignments::assign);
        add(Operations.LIST_QUEUE, "GET", "/api/queue", NONE, queue::list);
        add(Operations.SCHEDULE, "POST", "/api/queue", JSON, queue::schedule);
        add(Operations.GET_QUEUE_ITEM, "GET", "/api/queue/{queue_id}", NONE, queue::read);
        add(Operations.SET_ITEM_STATUS, "PUT", "/api/queue/{queue_id}/status", JSON, queue::setStatus);
        add(Operations.CANCEL, "DELETE", "/api/queue/{queue_id}", NONE, queue::cancel);

        Runs runs = new Runs(database, clock);
        Results results = new Results(database, announcer, clock);
        add(Operations.CREATE_RUN, "POST", "/api/runs", JSON, runs::create);
        add(Operations.LIST_RUNS, "GET", "/api/runs", NONE, runs::list);
        add(Operations.GET_RUN, "GET", "/api/runs/{run_id}", NONE, runs::read);
        add(Operations.UPDATE_RUN, "PATCH", "/api/runs/{run_id}", JSON, runs::update);
        add(Operations.DELETE_RUN, "DELETE", "/api/runs/{run_id}", NONE, runs::delete);
        add(Operations.SUBMIT_RESULT, "POST", "/api/runs/{run_id}/result", JSON, results::submit);

        Artifacts artifacts = new Artifacts(database);
        add(Operations.PUT_ARTIFACT, "PUT", "/api/runs/{run_id}/artifacts/{artifact}", BYTES, artifacts::put);
        add(Operations.GET_ARTIFACT, "GET", "/api/runs/{run_id}/artifacts/{artifact}", NONE, artifacts::get);
        add(Operations.LIST_ARTIFACTS, "GET", "/api/runs/{run_id}/artifacts", NONE, artifacts::list);

        Codebases codebases = new Codebases(database);
        add(Operations.CREATE_CODEBASE, "POST", "/api/codebases", JSON, codebases::create);
        add(Operations.LIST_CODEBASES, "GET", "/api/codebases", NONE, codebases::list);
        add(Operations.GET_CODEBASE, "GET", "/api/codebases/{codebase}", NONE, codebases::read);
        add(Operations.REPLACE_CODEBASE, "PUT", "/api/codebases/{codebase}", JSON, codebases::replace);

        Candidates candidates = new Candidates(database);
        add(Operations.SUBMIT_CANDIDATE, "POST", "/api/candidates", JSON, candidates::submit);

        Worker worker = new Worker();
        routes.add(new Route(Operations.EXECUTE_JOB, "POST", "/api/worker/jobs", JSON, worker::execute));

        Publisher publisher = new Publisher(database, announcer, clock, business);
        add(Operations.PUBLISH, "POST", "/api/publish", JSON, publisher::publish);
        add(Operations.GET_PUBLISH, "GET", "/api/publish/{publish_id}", NONE, publisher::state);

        Messages messages = new Messages(outbox, inbox);
        add(Operations.POST_MESSAGE, "POST", "/api/messages", JSON, messages::send);
        add(Operations.LIST_MESSAGES, "GET", "/api/messages", NONE, messages::received);
        add(Operations.LIST_REJECTED_MESSAGES, "GET", "/api/messages/rejected", NONE, messages::rejected);
    }

    /** The routes with what is planted in them. */
    List<Route> routes(Defect planted) {
        return routes.stream()
                .map(route -> route.with(planted.around(route.operation(), route.handler())))
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

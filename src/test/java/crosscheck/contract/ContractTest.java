package crosscheck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {
    private static final Contract CONTRACT = Contract.load();

    /** Every row of the contract's tables of operations. */
    @ParameterizedTest
    @CsvSource({
        "health, runner, GET, /api/health, 200 503",
        "assign, runner, GET, /api/queue/next, 200 400 503",
        "list-queue, runner, GET, /api/queue, 200 422 503",
        "schedule, runner, POST, /api/queue, 201 400 404 409 413 415 422 503",
        "get-queue-item, runner, GET, /api/queue/{id}, 200 404 503",
        "set-item-status, runner, PUT, /api/queue/{id}/status, 200 400 404 409 413 415 422 503",
        "cancel, runner, DELETE, /api/queue/{id}, 204 404 409 503",
        "create-run, runner, POST, /api/runs, 201 400 404 413 415 422 503",
        "get-run, runner, GET, /api/runs/{run_id}, 200 404 503",
        "list-runs, runner, GET, /api/runs, 200 422 503",
        "update-run, runner, PATCH, /api/runs/{run_id}, 200 400 404 409 413 415 422 503",
        "delete-run, runner, DELETE, /api/runs/{run_id}, 204 404 409 503",
        "submit-result, runner, POST, /api/runs/{run_id}/result, 201 400 404 409 413 415 422 503",
        "put-artifact, runner, PUT, /api/runs/{run_id}/artifacts/{name}, 200 201 404 413 415 422 503",
        "list-artifacts, runner, GET, /api/runs/{run_id}/artifacts, 200 404 422 503",
        "get-artifact, runner, GET, /api/runs/{run_id}/artifacts/{name}, 200 404 503",
        "create-codebase, runner, POST, /api/codebases, 201 400 409 413 415 422 503",
        "get-codebase, runner, GET, /api/codebases/{name}, 200 404 503",
        "list-codebases, runner, GET, /api/codebases, 200 422 503",
        "replace-codebase, runner, PUT, /api/codebases/{name}, 200 400 404 413 415 422 503",
        "submit-candidate, site, POST, /api/candidates, 200 201 400 404 413 415 422 503",
        "execute-job, worker, POST, /api/worker/jobs, 200 400 413 415 422 502 503",
        "publish, publisher, POST, /api/publish, 202 400 404 409 413 415 422 503",
        "get-publish, publisher, GET, /api/publish/{publish_id}, 200 404 503",
        "post-message, runner, POST, /api/messages, 202 400 413 415 422",
        "list-messages, runner, GET, /api/messages, 200 422",
        "list-rejected-messages, runner, GET, /api/messages/rejected, 200 422"
    })
    void hasTheOperation(String id, String service, String method, String path, String statuses) {
        Operation operation = CONTRACT.operation(id);
        assertThat(operation.service().id()).isEqualTo(service);
        assertThat(operation.method()).isEqualTo(method);
        assertThat(operation.path()).isEqualTo(path);
        assertThat(CONTRACT.statuses(id)).extracting(String::valueOf).containsExactly(statuses.split(" "));
    }

    @Test
    void hasNoOperationThatTheTableAboveLacks() {
        assertThat(CONTRACT.operations()).hasSize(27);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONTRACT.operation("merge"))
                .withMessageContaining("no operation merge; there are [health, assign");
    }

    @ParameterizedTest
    @CsvSource({
        "schedule, 404, unknown-codebase unknown-campaign",
        "schedule, 409, already-queued",
        "get-artifact, 404, no-such-run no-such-artifact",
        "assign, 503, unavailable",
        "assign, 200, ''"
    })
    void namesTheErrorCodesOfAStatus(String operation, int status, String codes) {
        assertThat(String.join(
                        " ", CONTRACT.response(operation, status).orElseThrow().errorCodes()))
                .isEqualTo(codes);
    }

    @Test
    void everyRefusalHasAnErrorCodeAndNoSuccessHas() {
        for (Operation operation : CONTRACT.operations()) {
            for (int status : CONTRACT.statuses(operation.id())) {
                boolean coded = status >= 400 && !operation.id().equals("health");
                assertThat(CONTRACT.response(operation.id(), status)
                                .orElseThrow()
                                .errorCodes())
                        .as(operation.id() + ' ' + status)
                        .matches(codes -> codes.isEmpty() != coded);
            }
        }
    }

    @Test
    void saysWhatAnAnswerHandsOut() {
        assertThat(CONTRACT.response("assign", 200).orElseThrow().mints()).containsEntry("run", "/run_id");
        assertThat(CONTRACT.response("get-run", 200).orElseThrow().mints()).isEmpty();
        assertThat(CONTRACT.response("get-run", 418)).isEmpty();
        assertThat(CONTRACT.routeRefusal(405).orElseThrow().headers())
                .extracting(ResponseSpec.Header::name)
                .containsExactly("traceparent", "Allow");
        assertThat(CONTRACT.routeRefusal(410)).isEmpty();
    }

    @Test
    void describesMessagesAndTables() {
        assertThat(CONTRACT.topics())
                .containsOnlyKeys("run.started", "run.progress", "run.completed", "publish.completed");
        assertThat(CONTRACT.topics().get("run.completed").causedBy()).isEqualTo("submit-result");
        assertThat(CONTRACT.tables())
                .containsOnlyKeys(
                        "codebase", "campaign", "candidate", "run", "run_branch", "run_artifact", "queue", "publish");
        assertThat(CONTRACT.tables().get("run_branch").key()).containsExactly("run_id", "role");
    }

    @Test
    void hasNoReferenceThatLeadsNowhere() {
        Set<String> dangling = new LinkedHashSet<>();
        collectDangling(CONTRACT.document(), dangling);
        assertThat(dangling).isEmpty();
    }

    private static void collectDangling(JsonNode node, Set<String> dangling) {
        JsonNode reference = node.get("$ref");
        if (reference != null && CONTRACT.resolve(node).isMissingNode()) {
            dangling.add(reference.asText());
        }
        node.forEach(child -> collectDangling(child, dangling));
    }
}

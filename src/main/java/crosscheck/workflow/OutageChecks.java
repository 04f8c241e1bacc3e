package crosscheck.workflow;

import static crosscheck.check.Given.ASSIGNED_RUN;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.check.Area;
import crosscheck.check.Chain;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.check.Samples;
import crosscheck.check.Step;
import crosscheck.check.Step.Cut;
import crosscheck.check.Step.Mend;
import crosscheck.check.Step.Send;
import crosscheck.check.Step.Server;
import crosscheck.contract.Call;
import crosscheck.contract.Contract;
import crosscheck.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The database or Redis out of reach: answered so, nothing half done, and all well again afterwards. */
public final class OutageChecks implements Area {
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;

    private final Contract contract;
    private final Requests requests;
    private final Given given;

    public OutageChecks(Contract contract, Requests requests, Given given) {
        this.contract = contract;
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.of(everyOperation(), resultWithoutDatabase(), resultWithoutRedis());
    }

    /**
     * Each operation of which the document says that it needs the database, but for those that may blame another service.
     * Takes as long as implementations take to give up, so the core asks two of them only, below.
     */
    private Chain everyOperation() {
        List<Send> all = contract.operations().stream()
                .filter(operation -> contract.statuses(operation.id()).contains(UNAVAILABLE))
                .filter(operation -> !contract.statuses(operation.id()).contains(BAD_GATEWAY))
                .map(this::wellFormed)
                .toList();
        return errors("database/every-operation")
                .then(new Cut("cut", Server.DATABASE))
                .then(all)
                .then(mended(Server.DATABASE))
                .until("/status", "ok");
    }

    private Send wellFormed(Operation operation) {
        Call call = Call.of(operation.id());
        Map<String, JsonNode> schemas = contract.parameterSchemas(operation.id());
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.required()) {
                call = call.with(parameter.name(), Samples.text(contract.resolve(schemas.get(parameter.name()))));
            }
        }
        Send bare = requests.send(operation.id(), call);
        if (operation.requestMediaType() == null) {
            return bare;
        }
        byte[] body = contract.requestSchema(operation.id())
                .map(schema -> Samples.body(contract, schema).bytes())
                .orElseGet(() -> new byte[1]);
        return requests.send(operation.id(), call.body(body));
    }

    private Chain resultWithoutDatabase() {
        return errors("database/result")
                .core()
                .then(given.assignment())
                .then(new Cut("cut", Server.DATABASE))
                .then(
                        given.result("refused", ASSIGNED_RUN),
                        given.artifact("upload", ASSIGNED_RUN, "build.log", new byte[9]))
                .then(mended(Server.DATABASE))
                .until("/status", "ok")
                .then(given.readRun("still-running", ASSIGNED_RUN))
                .until("/status", "running")
                .then(
                        given.result("accepted", ASSIGNED_RUN),
                        given.readArtifacts("artifacts", ASSIGNED_RUN),
                        given.messages("messages", ASSIGNED_RUN))
                .until("/items/1/topic", "run.completed");
    }

    /** Answered all the same; the message follows, at least once. */
    private Chain resultWithoutRedis() {
        return errors("redis/result")
                .core()
                .then(given.assignment())
                .then(new Cut("cut", Server.REDIS))
                .then(
                        requests.send("unhealthy", Call.of("health")),
                        given.result("result", ASSIGNED_RUN),
                        given.readRun("read-run", ASSIGNED_RUN))
                .then(mended(Server.REDIS))
                .until("/status", "ok")
                .then(given.result("again", ASSIGNED_RUN));
    }

    private List<Step> mended(Server server) {
        return List.of(new Mend("mend", server), requests.send("healthy", Call.of("health")));
    }

    private static Chain errors(String id) {
        return Chain.of("errors.propagation", "errors/" + id);
    }
}

package crosscheck.workflow;

import crosscheck.check.Area;
import crosscheck.check.Body;
import crosscheck.check.Cast;
import crosscheck.check.Chain;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.check.Step;
import crosscheck.check.Step.Send;
import crosscheck.configuration.Mixes;
import crosscheck.contract.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What becomes of a trace and of data on the way through the services. */
public final class TraceChecks implements Area {
    private static final String HEADER = "traceparent";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String VALID = "00-" + TRACE + "-" + PARENT + "-01";

    /** Not valid under W3C Trace Context (version 00): each begins a new trace. */
    private static final Map<String, String> INVALID = new TreeMap<>(Map.ofEntries(
            Map.entry("absent", ""),
            Map.entry("no-trace", "00-" + "0".repeat(32) + "-" + PARENT + "-01"),
            Map.entry("no-parent", "00-" + TRACE + "-" + "0".repeat(16) + "-01"),
            Map.entry("upper-case", "00-" + TRACE.toUpperCase(Locale.ROOT) + "-" + PARENT + "-01"),
            Map.entry("upper-case-parent", "00-" + TRACE + "-00F067AA0BA902B7-01"),
            Map.entry("forbidden-version", "ff-" + TRACE + "-" + PARENT + "-01"),
            Map.entry("short-trace", "00-" + TRACE.substring(1) + "-" + PARENT + "-01"),
            Map.entry("short-parent", "00-" + TRACE + "-" + PARENT.substring(1) + "-01"),
            Map.entry("no-hexadecimal", "00-" + TRACE.replace('4', 'g') + "-" + PARENT + "-01"),
            Map.entry("no-flags", "00-" + TRACE + "-" + PARENT),
            Map.entry("more-than-flags", VALID + "-00"),
            Map.entry("text", "trace")));

    private final Requests requests;
    private final Given given;
    private final Workflow workflow;
    private final List<Cast> casts;

    public TraceChecks(Requests requests, Given given, Mixes mixes) {
        this.requests = requests;
        this.given = given;
        this.workflow = new Workflow(requests, given);
        this.casts = Casting.of(mixes);
    }

    @Override
    public Stream<Chain> chains() {
        return Stream.concat(
                Stream.of(wholeWorkflow(), upload(), refusals(), unsampled(), dataUnaltered()),
                INVALID.entrySet().stream().map(header -> invalid(header.getKey(), header.getValue())));
    }

    /** One trace through every request, answer, message and upload. */
    private Chain wholeWorkflow() {
        return trace("workflow")
                .core()
                .playedBy(casts)
                .then(traced(workflow.untilAssigned(Given.CAMPAIGN, "null")))
                .then(traced(List.of(workflow.execute(), workflow.processResult(), workflow.publish(Given.CAMPAIGN))))
                .then(workflow.published())
                .until("/result_code", "*")
                .then(given.messages("messages", Workflow.RUN))
                .until("/items/3/topic", "publish.completed");
    }

    /** A runner that takes no upload but those of the request's trace. */
    private Chain upload() {
        String url = "${url:answers:201}" + TraceRules.UPLOADS + TRACE + "/" + PARENT;
        return trace("upload").core().then(given.run()).then(traced(List.of(given.execute("execute", Given.RUN, url))));
    }

    private Chain refusals() {
        return trace("refusals")
                .core()
                .then(traced(List.of(
                        given.readRun("no-such-run", Given.NO_UUID),
                        requests.send("wrong-field", Call.of("create-run"), Body.EMPTY),
                        Requests.outside("no-such-route", "GET", "/api/unknown"),
                        Requests.outside("other-method", "DELETE", "/api/health"),
                        requests.send("malformed", Call.of("create-run").body("{".getBytes(StandardCharsets.UTF_8))),
                        given.execute("upload-refused", Given.NO_UUID, Given.RUNNER))));
    }

    private Chain unsampled() {
        Send assign = Requests.with(given.assign("assignment"), HEADER, "00-" + TRACE + "-" + PARENT + "-00");
        return trace("unsampled")
                .then(given.item())
                .then(assign, given.messages("messages", Given.ASSIGNED_RUN))
                .until("/items/0/topic", "run.started");
    }

    private Chain invalid(String name, String header) {
        Chain chain = trace("invalid/" + name)
                .then(given.item())
                .then(
                        Requests.with(given.assign("assignment"), HEADER, header),
                        given.messages("messages", Given.ASSIGNED_RUN))
                .until("/items/0/topic", "run.started");
        return name.equals("absent") || name.equals("upper-case") || name.equals("no-trace") ? chain.core() : chain;
    }

    /** Bytes, text and numbers that one implementation takes and the other gives. */
    private Chain dataUnaltered() {
        byte[] bytes = new byte[1 << 16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        String context =
                "{\"text\": \"na\u00efve \u5305 \ud83e\udd80 e\u0301\", \"numbers\": [1.50, 15e-1, -0.1, 5e-324,"
                        + " 9007199254740993, 0.1], \"empty\": [{}, [], \"\", null]}";
        return trace("data")
                .core()
                .playedBy(Cast.handingOver("read-item", "assignment", "read-run", "get"))
                .then(
                        given.codebase(),
                        requests.send(
                                "item", Call.of("schedule"), Given.newItem().json("context", context)),
                        requests.send("read-item", Call.of("get-queue-item").with("id", Given.ITEM)),
                        given.assign("assignment"),
                        given.artifact("put", Given.ASSIGNED_RUN, "bytes", bytes),
                        requests.send(
                                "result",
                                Call.of("submit-result").with("run_id", Given.ASSIGNED_RUN),
                                Given.success().json("result", context)),
                        given.readRun("read-run", Given.ASSIGNED_RUN),
                        requests.send(
                                "get",
                                Call.of("get-artifact")
                                        .with("run_id", Given.ASSIGNED_RUN)
                                        .with("name", "bytes")));
    }

    private static Chain trace(String id) {
        return Chain.of("trace.propagation", "trace/" + id);
    }

    private static List<Step> traced(List<? extends Step> steps) {
        return steps.stream()
                .<Step>map(step -> Requests.with((Send) step, HEADER, VALID))
                .toList();
    }
}

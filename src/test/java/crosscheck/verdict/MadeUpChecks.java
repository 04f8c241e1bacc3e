package crosscheck.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.CheckRun;
import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.JsonLines;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.PlannedCheck;
import crosscheck.observation.PlannedCheck.PlannedStep;
import crosscheck.observation.RunFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What functional checks leave when both sides keep the contract: ids and times differ, nothing else. A test spoils some of
 * it and has the run judged.
 */
final class MadeUpChecks {
    static final String LIFECYCLE = "api/lifecycle";
    static final String REFUSED = "api/submit-result/404";

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final long STEP = 10_000;

    final List<PlannedCheck> planned = new ArrayList<>();
    final List<CheckRun> runs = new ArrayList<>();
    final List<ExchangeRecord> exchanges = new ArrayList<>();
    final List<MessageRecord> messages = new ArrayList<>();

    private long now;

    /** A run through its life, its messages and rows; and a request that is refused. */
    static MadeUpChecks healthy() {
        return new MadeUpChecks().lifecycle(LIFECYCLE, "api.parity").refused();
    }

    MadeUpChecks lifecycle(String check, String suite) {
        plan(check, suite, "assign:assign", "progress:set-item-status", "result:submit-result", "read:get-run");
        for (Implementation side : Implementation.values()) {
            now += STEP;
            long start = now;
            String run = runId(side);
            String started = time(now + STEP / 2);
            String item = "\"codebase\":\"a\",\"campaign\":\"c\",\"command\":\"x\",\"estimated_duration\":900,"
                    + "\"bucket\":\"default\"";
            send(check, side, "assign", "assign", "GET", "/api/queue/next", null, 200, """
                    {"id":7,"run_id":"%s",%s,"context":null}""".formatted(run, item));
            message("run.started", side, """
                    "run_id":"%s","codebase":"a","campaign":"c","worker":"w","timestamp":"%s\"""".formatted(run, started));
            send(
                    check,
                    side,
                    "progress",
                    "set-item-status",
                    "PUT",
                    "/api/queue/7/status",
                    "{\"status\":\"in_progress\"}",
                    200,
                    """
                    {"id":7,%s,"priority":0,"status":"in_progress","run_id":"%s","requester":null,"context":null}""".formatted(item, run));
            message("run.progress", side, """
                    "run_id":"%s","codebase":"a","campaign":"c","status":"in_progress","timestamp":"%s\"""".formatted(run, time(now)));
            String finished = time(now + STEP / 2);
            send(
                    check,
                    side,
                    "result",
                    "submit-result",
                    "POST",
                    "/api/runs/" + run + "/result",
                    "{\"result_code\":\"success\",\"result\":{},\"logfilenames\":[]}",
                    201,
                    """
                    {"run_id":"%s","codebase":"a","campaign":"c","result_code":"success","duration":0,"queue_item_id":7}""".formatted(run));
            message("run.completed", side, """
                    "run_id":"%s","codebase":"a","campaign":"c","result_code":"success","timestamp":"%s\"""".formatted(run, finished));
            String row = """
                    "id":"%s","codebase":"a","campaign":"c","command":"x","worker":"w","start_time":"%s","finish_time":"%s",
                    "status":"completed","result_code":"success","description":null,"value":null,"context":null,
                    "result":{},"logfilenames":[],"instigated_context":null""";
            send(
                    check,
                    side,
                    "read",
                    "get-run",
                    "GET",
                    "/api/runs/" + run,
                    null,
                    200,
                    "{" + row.formatted(run, started, finished) + ",\"branches\":[]}");
            runs.add(new CheckRun(
                    check,
                    side.id(),
                    start,
                    now,
                    "",
                    Map.of(
                            "run",
                            List.of(new RowChange(
                                    null, "{" + row.formatted(run, offset(started), offset(finished)) + "}")),
                            "queue",
                            List.of(new RowChange("{\"id\":7}", null)))));
        }
        return this;
    }

    MadeUpChecks refused() {
        plan(REFUSED, "api.parity", "result:submit-result");
        for (Implementation side : Implementation.values()) {
            now += STEP;
            long start = now;
            send(
                    REFUSED,
                    side,
                    "result",
                    "submit-result",
                    "POST",
                    "/api/runs/00000000-0000-4000-8000-000000000000/result",
                    "{}",
                    404,
                    """
                    {"error":{"code":"no-such-run","message":"%s does not know it"}}""".formatted(side));
            runs.add(new CheckRun(REFUSED, side.id(), start, now, "", Map.of()));
        }
        return this;
    }

    /** A check with a reason why no cast played it. */
    MadeUpChecks notPlayed(String check, String suite, String reason) {
        plan(check, suite, "read:get-run");
        for (Implementation side : Implementation.values()) {
            runs.add(new CheckRun(check, side.id(), now, now, reason, Map.of()));
        }
        return this;
    }

    void plan(String check, String suite, String... steps) {
        List<PlannedStep> all = List.of(steps).stream()
                .map(step -> new PlannedStep(step.split(":")[0], step.split(":")[1]))
                .toList();
        planned.add(new PlannedCheck(check, suite, List.of("python", "rust"), all, List.of()));
    }

    private void send(
            String check,
            Implementation side,
            String step,
            String operation,
            String method,
            String path,
            String body,
            int status,
            String answer) {
        long sent = now;
        now += STEP;
        Map<String, String> headers = new TreeMap<>(Map.of("traceparent", traceparent(step, side, "a")));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        exchanges.add(new ExchangeRecord(
                check,
                side.id(),
                step,
                side,
                Service.RUNNER,
                operation,
                method,
                path,
                headers,
                body == null ? null : body.getBytes(UTF_8),
                sent,
                now,
                "",
                status,
                Map.of(
                        "content-type", List.of("application/json"),
                        "traceparent", List.of(traceparent(step, side, "b")),
                        "date", List.of(side + "'s")),
                answer.getBytes(UTF_8),
                null));
    }

    /** Caused by the request sent last, which is answered now. */
    private void message(String topic, Implementation side, String payload) {
        ExchangeRecord cause = exchanges.get(exchanges.size() - 1);
        String text = "{" + payload + ",\"traceparent\":\"" + traceparent(cause.step(), side, "c") + "\"}";
        messages.add(new MessageRecord(now - STEP / 4, topic, text.getBytes(UTF_8)));
    }

    private static String traceparent(String step, Implementation side, String parent) {
        String trace = String.format("%032x", 1 + Math.abs((long) (step + side).hashCode()));
        return "00-" + trace + "-" + parent.repeat(16) + "-01";
    }

    private static String runId(Implementation side) {
        String digit = side == Implementation.PYTHON ? "1" : "2";
        return "11111111-1111-4111-8111-111111111111".replace("1", digit);
    }

    private static String time(long micros) {
        return EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    private static String offset(String time) {
        return time.replace("Z", "+00:00");
    }

    /** Changes what one side answered in a step. */
    MadeUpChecks answers(Implementation side, String check, String step, UnaryOperator<ExchangeRecord> change) {
        exchanges.replaceAll(exchange -> exchange.implementation() == side
                        && exchange.check().equals(check)
                        && exchange.step().equals(step)
                ? change.apply(exchange)
                : exchange);
        return this;
    }

    MadeUpChecks answers(Implementation side, String step, UnaryOperator<ExchangeRecord> change) {
        return answers(side, LIFECYCLE, step, change);
    }

    /** Replaces text in the body of one side's answer. */
    MadeUpChecks body(Implementation side, String step, String text, String by) {
        return answers(
                side,
                step,
                exchange -> with(exchange, exchange.status(), exchange.headers(), replaced(exchange.body(), text, by)));
    }

    MadeUpChecks header(Implementation side, String step, String name, String value) {
        return answers(side, step, exchange -> header(exchange, name, value));
    }

    /** Another value of a header; {@code null} for none. */
    static ExchangeRecord header(ExchangeRecord exchange, String name, String value) {
        Map<String, List<String>> headers = new LinkedHashMap<>(exchange.headers());
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, List.of(value));
        }
        return with(exchange, exchange.status(), headers, exchange.body());
    }

    static ExchangeRecord with(ExchangeRecord it, int status, Map<String, List<String>> headers, byte[] body) {
        return new ExchangeRecord(
                it.check(),
                it.cast(),
                it.step(),
                it.implementation(),
                it.service(),
                it.operation(),
                it.method(),
                it.path(),
                it.requestHeaders(),
                it.requestBody(),
                it.sentMicros(),
                it.doneMicros(),
                status == 0 ? "timeout" : "",
                status,
                headers,
                body,
                it.held());
    }

    static ExchangeRecord held(ExchangeRecord it, long untilMicros, int transactions) {
        return new ExchangeRecord(
                it.check(),
                it.cast(),
                it.step(),
                it.implementation(),
                it.service(),
                it.operation(),
                it.method(),
                it.path(),
                it.requestHeaders(),
                it.requestBody(),
                it.sentMicros(),
                it.doneMicros(),
                it.failure(),
                it.status(),
                it.headers(),
                it.body(),
                new ExchangeRecord.HeldCommit(untilMicros, transactions));
    }

    /** Changes the messages of one side on a topic. */
    MadeUpChecks messages(Implementation side, String topic, UnaryOperator<List<MessageRecord>> change) {
        Predicate<MessageRecord> which =
                message -> message.topic().equals(topic) && new String(message.payload(), UTF_8).contains(runId(side));
        List<MessageRecord> of = messages.stream().filter(which).toList();
        messages.removeIf(which);
        messages.addAll(change.apply(of));
        messages.sort((one, other) -> Long.compare(one.atMicros(), other.atMicros()));
        return this;
    }

    MadeUpChecks payload(Implementation side, String topic, String text, String by) {
        return messages(side, topic, all -> all.stream()
                .map(it -> new MessageRecord(it.atMicros(), it.topic(), replaced(it.payload(), text, by)))
                .toList());
    }

    /** Changes the rows that one side left. */
    MadeUpChecks rows(Implementation side, String check, UnaryOperator<Map<String, List<RowChange>>> change) {
        runs.replaceAll(run -> run.cast().equals(side.id()) && run.check().equals(check)
                ? new CheckRun(
                        run.check(),
                        run.cast(),
                        run.startMicros(),
                        run.endMicros(),
                        run.ended(),
                        change.apply(run.changes()))
                : run);
        return this;
    }

    /** The check takes this server out of reach. */
    MadeUpChecks cutting(String check, String server) {
        planned.replaceAll(plan -> plan.id().equals(check)
                ? new PlannedCheck(plan.id(), plan.suite(), plan.casts(), plan.steps(), List.of(server))
                : plan);
        return this;
    }

    /** One side's chain ends before this step. */
    MadeUpChecks stopped(Implementation side, String check, String before) {
        runs.replaceAll(run -> run.cast().equals(side.id()) && run.check().equals(check)
                ? new CheckRun(
                        run.check(),
                        run.cast(),
                        run.startMicros(),
                        run.endMicros(),
                        before + ": there is no value",
                        run.changes())
                : run);
        exchanges.removeIf(exchange -> exchange.implementation() == side
                && exchange.check().equals(check)
                && exchange.step().equals(before));
        return this;
    }

    private static byte[] replaced(byte[] bytes, String text, String by) {
        String before = new String(bytes, UTF_8);
        if (!before.contains(text)) {
            throw new IllegalArgumentException("no " + text + " in " + before);
        }
        return before.replace(text, by).getBytes(UTF_8);
    }

    /** Adds these facts to those of a run. */
    RunFolder write(MadeUpRun run, Path path) {
        run.checks.putAll(planned.stream()
                .collect(Collectors.groupingBy(
                        PlannedCheck::suite, Collectors.mapping(PlannedCheck::id, Collectors.toList()))));
        RunFolder folder = run.write(path);
        write(folder.checks(), PlannedCheck.class, planned);
        write(folder.checkRuns(), CheckRun.class, runs);
        write(folder.exchanges(), ExchangeRecord.class, exchanges);
        write(folder.messages(), MessageRecord.class, messages);
        return folder;
    }

    private static <T> void write(Path file, Class<T> type, List<T> entries) {
        try (JsonLines<T> lines = JsonLines.appendTo(file, type)) {
            entries.forEach(lines::append);
        }
    }
}

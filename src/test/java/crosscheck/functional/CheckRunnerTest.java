package crosscheck.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.check.Cast;
import crosscheck.check.Check;
import crosscheck.check.Step;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.RequestSpec;
import crosscheck.contract.Service;
import crosscheck.observation.CheckRun;
import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.RunClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Map<String, List<RowChange>> CHANGED = Map.of("run", List.of(new RowChange(null, "{}")));

    private final FakeStage stage = new FakeStage();
    private final List<ExchangeRecord> exchanges = new ArrayList<>();
    private final List<CheckRun> runs = new ArrayList<>();

    @Test
    void theDatabaseIsResetOnlyAfterATurnThatChangedIt() {
        CheckRunner runner = runner(check("a", get("read")), check("b", get("read")));
        stage.changes = CHANGED;
        answer(runner.next(), runner, 200, "{}");
        Optional<Exchange> second = runner.next();
        stage.changes = Map.of();
        answer(second, runner, 200, "{}");
        answer(runner.next(), runner, 200, "{}");
        answer(runner.next(), runner, 200, "{}");
        assertThat(runner.next()).isEmpty();
        assertThat(stage.asked).filteredOn("reset"::equals).hasSize(2);
        assertThat(runs)
                .extracting(run -> run.check() + " " + run.cast() + " " + run.changes())
                .containsExactly("a python " + CHANGED, "a rust {}", "b rust {}", "b python {}");
    }

    @Test
    void aLaterStepNamesWhatAnEarlierOneWasAnswered() {
        Step.Send next =
                Step.Send.of("next", "read-run", request("GET", "/api/runs/${first#/run_id}/${upper:first#/run_id}"));
        CheckRunner runner = runner(check("a", get("first"), next));
        answer(runner.next(), runner, 200, "{\"run_id\":\"r 1\",\"n\":1}");
        assertThat(runner.next())
                .get()
                .extracting(Exchange::url)
                .isEqualTo("http://python.runner/api/runs/r%201/R%201");
    }

    @Test
    void aStepMayNameAddresses() {
        Cast mix = new Cast("mix", Implementation.PYTHON, Map.of("runner", Implementation.RUST));
        Step.Send post = Step.Send.of(
                "next",
                "execute-job",
                new RequestSpec(
                        Service.WORKER,
                        "POST",
                        "/",
                        Map.of(),
                        "${url:runner} ${url:runner:python} ${url:site} ${url:closed} ${url:answers:409}"
                                .getBytes(UTF_8)));
        CheckRunner runner = runner(new Check("a", "workflow.complete", true, List.of(mix), List.of(post)));
        assertThat(runner.next().orElseThrow().body())
                .asString(UTF_8)
                .isEqualTo(
                        "http://rust.runner http://python.runner http://python.site http://closed http://answers.409");
    }

    @Test
    void withoutTheValueThatAStepNamesTheCheckEndsThere() {
        Step.Send next = Step.Send.of("next", "read-run", request("GET", "/api/runs/${first#/run_id}"));
        CheckRunner runner = runner(check("a", get("first"), next, get("last")));
        answer(runner.next(), runner, 200, "no JSON");
        answer(runner.next(), runner, 200, "{\"run_id\":null}");
        assertThat(runner.next()).isEmpty();
        assertThat(runs)
                .extracting(CheckRun::ended)
                .containsOnly("next: there is no ${first#/run_id}")
                .hasSize(2);
        assertThat(exchanges).extracting(ExchangeRecord::step).containsExactly("first", "first");
    }

    @Test
    void aStepIsAskedAgainUntilItsAnswerIsAsAwaitedAndThatOneIsRecorded() {
        CheckRunner runner = runner(check("a", get("state").until("/code", "done", Duration.ofSeconds(1))));
        answer(runner.next(), runner, 404, "");
        answer(runner.next(), runner, 200, "{\"code\":null}");
        answer(runner.next(), runner, 200, "{\"code\":\"done\"}");
        assertThat(stage.micros).isEqualTo(20_000);
        assertThat(exchanges)
                .singleElement()
                .satisfies(e -> assertThat(e.body()).asString(UTF_8).contains("done"));
    }

    @Test
    void atTheDeadlineTheCheckEndsWithItsLastAnswer() {
        CheckRunner runner = runner(check("a", get("state").until("/code", "*", Duration.ofMillis(25)), get("last")));
        for (int i = 0; i < 4; i++) {
            answer(runner.next(), runner, 200, "{}");
        }
        assertThat(runner.next()).get().extracting(Exchange::url).isEqualTo("http://rust.runner/state");
        assertThat(runs).singleElement().extracting(CheckRun::ended).isEqualTo("state: /code was not * within 25 ms");
    }

    @Test
    void acceptedRequestsAreWaitedForByTheirMessages() {
        CheckRunner runner = runner(check(
                "a",
                Step.Send.of("one", "assign", request("GET", "/one")),
                Step.Send.of("two", "assign", request("GET", "/two")),
                Step.Send.of("three", "submit-result", request("POST", "/three"))));
        answer(runner.next(), runner, 200, "{}");
        answer(runner.next(), runner, 503, "{}");
        answer(runner.next(), runner, 201, "{}");
        runner.next();
        assertThat(stage.asked).element(1).asString().contains("run.started=4", "run.completed=1");
    }

    @Test
    void aHeldCommitIsHeldAroundItsStepOnly() {
        CheckRunner runner = runner(check("a", get("before"), get("held").holdingTheCommit(), get("after")));
        answer(runner.next(), runner, 200, "{}");
        answer(runner.next(), runner, 200, "{}");
        answer(runner.next(), runner, 200, "{}");
        runner.next();
        assertThat(stage.asked).containsSubsequence("reset", "hold", "let go");
        assertThat(exchanges)
                .extracting(ExchangeRecord::held)
                .containsExactly(null, new ExchangeRecord.HeldCommit(7, 1), null);
    }

    @Test
    void aServerThatWasCutIsMendedWhenTheCheckIsOver() {
        CheckRunner runner = runner(check("a", new Step.Cut("cut", Step.Server.REDIS), get("read")));
        answer(runner.next(), runner, 200, "{}");
        runner.next();
        assertThat(stage.asked).containsSubsequence("cut REDIS", "mend REDIS", "recovered", "quiet", "cut REDIS");
    }

    @Test
    void whereServersCannotBeCutSuchChecksAreLeftOutWithTheReason() {
        CheckRunner runner = runner(new CheckRunner.Selection(
                List.of(check("a", new Step.Cut("cut", Step.Server.REDIS))), false, Optional.empty()));
        assertThat(runner.next()).isEmpty();
        assertThat(runs).hasSize(2).allSatisfy(run -> assertThat(run.ended()).startsWith("only servers of targets"));
        assertThat(stage.asked).isEmpty();
    }

    @Test
    void whenTheTimeIsOverAPairThatHasBegunIsFinishedAndTheRestLeftOut() {
        CheckRunner runner = runner(new CheckRunner.Selection(
                List.of(check("a", get("read")), check("b", get("read"))), true, Optional.of(Duration.ofSeconds(45))));
        answer(runner.next(), runner, 200, "{}");
        stage.micros += 46_000_000;
        answer(runner.next(), runner, 200, "{}");
        assertThat(runner.next()).isEmpty();
        assertThat(runs)
                .extracting(run -> run.check() + " " + run.ended())
                .containsExactly("a ", "a ", "b the 45 s for checks were over", "b the 45 s for checks were over");
    }

    @Test
    void whereTimeIsShortSuitesArePlayedInTurn() {
        List<Check> checks = List.of(
                new Check("a1", "api.parity", true, Cast.EACH, List.of()),
                new Check("a2", "api.parity", true, Cast.EACH, List.of()),
                new Check("a3", "api.parity", true, Cast.EACH, List.of()),
                new Check("d1", "data.parity", true, Cast.EACH, List.of()),
                new Check("e1", "errors.propagation", true, Cast.EACH, List.of()),
                new Check("e2", "errors.propagation", true, Cast.EACH, List.of()));
        CheckRunner.Selection hurried = new CheckRunner.Selection(checks, true, Optional.of(Duration.ofSeconds(45)));
        assertThat(hurried.inOrder()).extracting(Check::id).containsExactly("a1", "d1", "e1", "a2", "e2", "a3");
        assertThat(new CheckRunner.Selection(checks, true, Optional.empty()).inOrder())
                .isEqualTo(checks);
    }

    @Test
    void aRequestWithoutAnAnswerIsRecordedWithItsKind() {
        CheckRunner runner = runner(check("a", get("one"), get("two")));
        runner.done(runner.next().orElseThrow());
        Exchange late = runner.next().orElseThrow();
        stage.micros += TIMEOUT.toNanos() / 1_000;
        runner.done(late);
        assertThat(exchanges).extracting(ExchangeRecord::failure).containsExactly("connection", "timeout");
        assertThat(exchanges).extracting(ExchangeRecord::doneMicros).containsExactly(0L, 5_000_000L);
    }

    @Test
    void eachRequestHasATraceOfItsOwnTheSameInEveryRunUnlessItSaysOtherwise() {
        RequestSpec own = new RequestSpec(Service.RUNNER, "GET", "/", Map.of("TraceParent", "mine"), null);
        RequestSpec none = new RequestSpec(Service.RUNNER, "GET", "/", Map.of("traceparent", ""), null);
        Check check = check("a", get("one"), get("two"), Step.Send.of("own", "", own), Step.Send.of("none", "", none));
        List<Map<String, String>> first = headers(runner(check), 4);
        assertThat(first).isEqualTo(headers(runner(check), 4));
        assertThat(first.get(0).get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(first.get(1)).isNotEqualTo(first.get(0));
        assertThat(first.get(2)).isEqualTo(Map.of("TraceParent", "mine"));
        assertThat(first.get(3)).isEmpty();
    }

    @Test
    void aRequestIsSentOnce() {
        Exchange exchange = runner(check("a", get("one"))).next().orElseThrow();
        exchange.sending();
        assertThatThrownBy(exchange::sending).isInstanceOf(IllegalStateException.class);
    }

    private List<Map<String, String>> headers(CheckRunner runner, int requests) {
        List<Map<String, String>> headers = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            Optional<Exchange> exchange = runner.next();
            headers.add(exchange.orElseThrow().headers());
            answer(exchange, runner, 200, "{}");
        }
        return headers;
    }

    private static void answer(Optional<Exchange> exchange, CheckRunner runner, int status, String body) {
        exchange.orElseThrow().answered(status, Map.of(), body.getBytes(UTF_8));
        runner.done(exchange.orElseThrow());
    }

    private CheckRunner runner(Check... checks) {
        return runner(new CheckRunner.Selection(List.of(checks), true, Optional.empty()));
    }

    private CheckRunner runner(CheckRunner.Selection selection) {
        RunClock clock = new RunClock(Instant.EPOCH, () -> stage.micros * 1_000, 0);
        return new CheckRunner(
                selection, new PlayRules(Contract.load(), 42, TIMEOUT, clock), stage, exchanges::add, runs::add);
    }

    private static Check check(String id, Step... steps) {
        return new Check(id, "api.parity", true, Cast.EACH, List.of(steps));
    }

    private static Step.Send get(String name) {
        return Step.Send.of(name, "", request("GET", "/" + name));
    }

    private static RequestSpec request(String method, String path) {
        return new RequestSpec(Service.RUNNER, method, path, Map.of(), null);
    }
}

package crosscheck.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import crosscheck.check.Cast;
import crosscheck.check.Check;
import crosscheck.check.Step;
import crosscheck.check.Step.Send;
import crosscheck.check.Step.Server;
import crosscheck.configuration.Configuration;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.RequestSpec;
import crosscheck.contract.Service;
import crosscheck.environment.Environment;
import crosscheck.environment.MessageRecorder;
import crosscheck.environment.Ownership;
import crosscheck.environment.TcpProxy;
import crosscheck.observation.CheckRun;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.RunClock;
import crosscheck.standin.StandIn;
import crosscheck.standin.StandInSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks played on real implementations with real servers, by another client than Gatling. */
class StandInsIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final RunClock CLOCK = RunClock.start();
    private static final List<MessageRecord> MESSAGES = new CopyOnWriteArrayList<>();
    private static final Map<Implementation, StandIn> STAND_INS = new EnumMap<>(Implementation.class);

    private static final Send ASSIGN =
            Send.of("assign", "assign", request("GET", "/api/queue/next", Map.of("X-Worker-Name", "w"), ""));
    private static final Send RESULT = Send.of(
            "result",
            "submit-result",
            request(
                    "POST",
                    "/api/runs/${assign#/run_id}/result",
                    Map.of("Content-Type", "application/json"),
                    "{\"result_code\":\"success\",\"result\":{\"n\":1.50},\"logfilenames\":[],\"value\":0.1}"));
    private static final Send HEALTH = Send.of("health", "health", request("GET", "/api/health", Map.of(), ""));

    private static Ownership ownership;
    private static Environment environment;
    private static Map<Server, TcpProxy> proxies;
    private static MessageRecorder recorder;
    private static LiveStage stage;

    private final List<ExchangeRecord> exchanges = new CopyOnWriteArrayList<>();
    private final List<CheckRun> runs = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        Contract contract = Contract.load();
        ownership = Ownership.claim();
        environment = Environment.start(
                Configuration.load(Map.of(), new Properties(), Set.of()).settings(), true, ownership, line -> {});
        proxies = Map.of(
                Server.DATABASE, TcpProxy.before(environment.databaseUrl(), 5432),
                Server.REDIS, TcpProxy.before(environment.redisUrl(), 6379));
        recorder =
                MessageRecorder.start(environment.redisUrl(), contract.topics().keySet(), CLOCK, MESSAGES::add);
        for (Implementation side : Implementation.values()) {
            STAND_INS.put(
                    side,
                    StandIn.start(
                            side,
                            new StandInSettings(
                                    0,
                                    false,
                                    proxies.get(Server.DATABASE).url().reveal(),
                                    proxies.get(Server.REDIS).url().reveal(),
                                    4,
                                    side.applicationName(),
                                    List.of())));
        }
        awaitReady();
        stage = new LiveStage(
                (side, service) ->
                        URI.create("http://127.0.0.1:" + STAND_INS.get(side).port()),
                environment.database(),
                recorder,
                proxies,
                new OtherServers(),
                StandInsIT::awaitReady,
                recorder.subscribers(),
                session -> {},
                CLOCK::micros);
    }

    @AfterAll
    static void stop() {
        STAND_INS.values().forEach(StandIn::close);
        recorder.close();
        proxies.values().forEach(TcpProxy::close);
        environment.close();
        ownership.close();
    }

    @BeforeEach
    void forget() {
        MESSAGES.clear();
    }

    @Test
    void whatAHeldCommitHoldsBackComesAfterIt() {
        play("api/submit-result/201", ASSIGN, RESULT.holdingTheCommit());
        assertThat(exchanges)
                .extracting(exchange -> exchange.implementation() + " " + exchange.step() + " " + exchange.status())
                .containsExactly("python assign 200", "python result 201", "rust assign 200", "rust result 201");
        for (ExchangeRecord result : List.of(exchanges.get(1), exchanges.get(3))) {
            assertThat(result.held().releasedMicros()).isBetween(result.sentMicros(), result.doneMicros());
            assertThat(result.held().transactions()).isEqualTo(1);
        }
        assertThat(MESSAGES)
                .extracting(MessageRecord::topic)
                .containsExactly("run.started", "run.completed", "run.started", "run.completed");
        assertThat(MESSAGES.get(1).atMicros())
                .isGreaterThan(exchanges.get(1).held().releasedMicros());
        assertThat(MESSAGES.get(3).atMicros())
                .isGreaterThan(exchanges.get(3).held().releasedMicros());
        for (CheckRun run : runs) {
            assertThat(run.ended()).isEmpty();
            assertThat(run.changes()).containsOnlyKeys("run", "queue");
            assertThat(run.changes().get("run")).singleElement().satisfies(row -> {
                assertThat(row.before()).isNull();
                assertThat(row.after()).contains("\"value\":0.1,", "\"result\":{\"n\": 1.50}", "+00:00\"");
            });
            assertThat(run.changes().get("queue")).singleElement().satisfies(row -> {
                assertThat(row.before()).contains("\"status\":\"pending\"");
                assertThat(row.after()).isNull();
            });
        }
    }

    @Test
    void withoutTheDatabaseARequestIsRefusedAndAfterwardsAllIsWell() {
        play(
                "errors/database",
                new Step.Cut("cut", Server.DATABASE),
                ASSIGN,
                new Step.Mend("mend", Server.DATABASE),
                HEALTH.until("/status", "ok", Duration.ofSeconds(10)));
        assertThat(exchanges).extracting(ExchangeRecord::status).containsExactly(503, 200, 503, 200);
        assertThat(runs).extracting(CheckRun::changes).containsOnly(Map.of());
    }

    @Test
    void messagesOfWhatWasDoneWithoutRedisAreWaitedFor() {
        play("errors/redis", ASSIGN, new Step.Cut("cut", Server.REDIS), RESULT);
        assertThat(exchanges).extracting(ExchangeRecord::status).containsExactly(200, 201, 200, 201);
        assertThat(MESSAGES).extracting(MessageRecord::topic).contains("run.completed");
        for (CheckRun run : runs) {
            assertThat(MESSAGES)
                    .filteredOn(
                            message -> message.atMicros() >= run.startMicros() && message.atMicros() <= run.endMicros())
                    .extracting(MessageRecord::topic)
                    .startsWith("run.started", "run.completed");
        }
    }

    private void play(String id, Step... steps) {
        Check check = new Check(id, "api.parity", true, Cast.EACH, List.of(steps));
        CheckRunner runner = new CheckRunner(
                new CheckRunner.Selection(List.of(check), true, Optional.empty()),
                new PlayRules(Contract.load(), 42, TIMEOUT, CLOCK),
                stage,
                exchanges::add,
                runs::add);
        for (Optional<Exchange> next = runner.next(); next.isPresent(); next = runner.next()) {
            send(next.get());
            runner.done(next.get());
        }
    }

    private static void send(Exchange exchange) {
        BodyPublisher body =
                exchange.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(exchange.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(exchange.url()))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(TIMEOUT)
                .method(exchange.method(), body);
        exchange.headers().forEach(request::header);
        exchange.sending();
        HttpResponse<byte[]> answer = answer(request.build());
        exchange.answered(answer.statusCode(), answer.headers().map(), answer.body());
    }

    private static void awaitReady() {
        STAND_INS.values().forEach(standIn -> await().until(() ->
                answer(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + standIn.port() + "/api/health"))
                                        .build())
                                .statusCode()
                        == 200));
    }

    private static HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestSpec request(String method, String path, Map<String, String> headers, String body) {
        byte[] bytes = body.isEmpty() ? null : body.getBytes(UTF_8);
        return new RequestSpec(Service.RUNNER, method, path, headers, bytes);
    }
}

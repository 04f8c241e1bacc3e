package crosscheck.proof;

import static org.awaitility.Awaitility.await;

import crosscheck.check.Check;
import crosscheck.check.Step.Server;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.environment.BlockingSession;
import crosscheck.environment.Environment;
import crosscheck.environment.MessageRecorder;
import crosscheck.environment.Ownership;
import crosscheck.environment.TcpProxy;
import crosscheck.functional.CheckRunner;
import crosscheck.functional.Exchange;
import crosscheck.functional.LiveStage;
import crosscheck.functional.OtherServers;
import crosscheck.functional.PlayRules;
import crosscheck.observation.CheckRun;
import crosscheck.observation.Event;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.JsonLines;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedCheck;
import crosscheck.observation.RunClock;
import crosscheck.observation.RunFolder;
import crosscheck.standin.Fault;
import crosscheck.standin.StandIn;
import crosscheck.standin.StandInSettings;
import crosscheck.verdict.Judgement;
import crosscheck.verdict.Result;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks played on stand-ins inside this JVM, with real servers, and judged from a run folder like those of any run. */
final class FunctionalStage implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Contract contract = Contract.load();
    private final RunClock clock = RunClock.start();
    private final Settings settings =
            Configuration.load(Map.of(), settings(), Set.of()).settings();
    private final List<MessageRecord> messages = new CopyOnWriteArrayList<>();
    private final List<Event> blocked = new ArrayList<>();
    private final Map<Implementation, URI> urls = new EnumMap<>(Implementation.class);
    private final OtherServers others = new OtherServers();
    private final Ownership ownership = Ownership.claim();
    private final Environment environment;
    private final Map<Server, TcpProxy> proxies;
    private final MessageRecorder recorder;
    private final UnaryOperator<Implementation> architectures;
    private final long seed;
    private final StandIn python;

    /** A transaction that is left open is not waited for as long as in a run. */
    private static Properties settings() {
        Properties settings = new Properties();
        settings.put("crosscheck.database.quiet-timeout", "1s");
        return settings;
    }

    FunctionalStage() throws IOException {
        this(UnaryOperator.identity(), 42);
    }

    /**
     * @param architectures of the stand-ins that play the sides
     * @param seed of the order in which the sides take their turns
     */
    FunctionalStage(UnaryOperator<Implementation> architectures, long seed) throws IOException {
        this.architectures = architectures;
        this.seed = seed;
        environment = Environment.start(settings, true, ownership, line -> {});
        proxies = Map.of(
                Server.DATABASE, TcpProxy.before(environment.databaseUrl(), 5432),
                Server.REDIS, TcpProxy.before(environment.redisUrl(), 6379));
        recorder =
                MessageRecorder.start(environment.redisUrl(), contract.topics().keySet(), clock, messages::add);
        python = start(Implementation.PYTHON);
    }

    /** Plays checks with these faults planted in rust, and judges what was seen. */
    Result play(List<Check> checks, Path path, Fault... faults) {
        return play(checks, path, UnaryOperator.identity(), faults);
    }

    /** @param before where requests to rust go instead of to rust itself */
    Result play(List<Check> checks, Path path, UnaryOperator<URI> before, Fault... faults) {
        return play(checks, path, before, result -> {}, faults);
    }

    /** @param standing looks at the result while rust still stands */
    Result play(List<Check> checks, Path path, UnaryOperator<URI> before, Consumer<Result> standing, Fault... faults) {
        return play(checks, path, python, before, standing, faults);
    }

    /** Plays checks with these faults planted in both, which no comparison of the two shows. */
    Result playAlike(List<Check> checks, Path path, Fault... faults) {
        try (StandIn defective = start(Implementation.PYTHON, faults)) {
            return play(checks, path, defective, UnaryOperator.identity(), result -> {}, faults);
        }
    }

    private Result play(
            List<Check> checks,
            Path path,
            StandIn legacy,
            UnaryOperator<URI> before,
            Consumer<Result> standing,
            Fault... faults) {
        RunFolder folder = RunFolder.create(path);
        messages.clear();
        blocked.clear();
        try (StandIn rust = start(Implementation.RUST, faults)) {
            urls.put(Implementation.PYTHON, url(legacy));
            urls.put(Implementation.RUST, before.apply(url(rust)));
            await().until(() -> isReady(legacy) && isReady(rust));
            record(checks, folder);
            Result result = Judgement.of(folder);
            standing.accept(result);
            return result;
        }
    }

    private void record(List<Check> checks, RunFolder folder) {
        plan(checks).write(folder.plan());
        try (JsonLines<PlannedCheck> planned = JsonLines.appendTo(folder.checks(), PlannedCheck.class);
                JsonLines<ExchangeRecord> exchanges = JsonLines.appendTo(folder.exchanges(), ExchangeRecord.class);
                JsonLines<CheckRun> runs = JsonLines.appendTo(folder.checkRuns(), CheckRun.class);
                JsonLines<MessageRecord> received = JsonLines.appendTo(folder.messages(), MessageRecord.class)) {
            checks.forEach(check -> planned.append(check.planned()));
            run(checks, exchanges::append, runs::append);
            messages.forEach(received::append);
        }
        try (JsonLines<Event> events = JsonLines.appendTo(folder.events(), Event.class)) {
            blocked.forEach(events::append);
        }
    }

    private void run(List<Check> checks, Consumer<ExchangeRecord> exchanges, Consumer<CheckRun> runs) {
        LiveStage stage = new LiveStage(
                (side, service) -> urls.get(side),
                environment.database(),
                recorder,
                proxies,
                others,
                () -> await().until(() -> urls.values().stream().allMatch(FunctionalStage::isReady)),
                recorder.subscribers(),
                session -> blocked.add(
                        new Event(clock.micros(), Event.Kind.RESET_BLOCKED, side(session), session.toString())),
                clock::micros);
        CheckRunner runner = new CheckRunner(
                new CheckRunner.Selection(checks, true, Optional.empty()),
                new PlayRules(contract, seed, TIMEOUT, clock),
                stage,
                exchanges,
                runs);
        for (Optional<Exchange> next = runner.next(); next.isPresent(); next = runner.next()) {
            send(next.get());
            runner.done(next.get());
        }
    }

    private StandIn start(Implementation side, Fault... faults) {
        return StandIn.start(
                architectures.apply(side),
                new StandInSettings(
                        0,
                        false,
                        proxies.get(Server.DATABASE).url().reveal(),
                        proxies.get(Server.REDIS).url().reveal(),
                        4,
                        side.applicationName(),
                        List.of(faults)));
    }

    private Plan plan(List<Check> checks) {
        return new Plan(
                Plan.SCHEMA,
                "PlantedFunctionalDefects",
                settings.profileName(),
                null,
                seed,
                clock.epoch(),
                Map.of(),
                settings.thresholds(),
                settings.askedGates(),
                urls.entrySet().stream()
                        .collect(Collectors.toMap(url -> url.getKey().id(), url -> services(url.getValue()))),
                new Plan.Host("", "", 1, 1, "", "", Map.of()),
                checks.stream()
                        .collect(Collectors.groupingBy(
                                Check::suite, Collectors.mapping(Check::id, Collectors.toList()))),
                List.of(),
                null);
    }

    private static Map<String, Object> services(URI url) {
        return Map.of(
                "services",
                Stream.of(Service.values()).collect(Collectors.toMap(Service::id, service -> url.toString())));
    }

    private static void send(Exchange exchange) {
        BodyPublisher body =
                exchange.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(exchange.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(exchange.url()))
                .timeout(TIMEOUT)
                .method(exchange.method(), body);
        exchange.headers().forEach(request::header);
        exchange.sending();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            exchange.answered(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException | IllegalArgumentException noAnswer) {
            // Recorded as such; the client takes a length that is no number for a mistake of its caller.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Implementation side(BlockingSession session) {
        return Stream.of(Implementation.values())
                .filter(side -> side.applicationName().equals(session.applicationName()))
                .findFirst()
                .orElse(null);
    }

    private static URI url(StandIn standIn) {
        return URI.create("http://127.0.0.1:" + standIn.port());
    }

    private static boolean isReady(StandIn standIn) {
        return isReady(url(standIn));
    }

    private static boolean isReady(URI url) {
        try {
            return HTTP.send(HttpRequest.newBuilder(url.resolve("/api/health")).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        python.close();
        recorder.close();
        others.close();
        proxies.values().forEach(TcpProxy::close);
        environment.close();
        ownership.close();
    }
}

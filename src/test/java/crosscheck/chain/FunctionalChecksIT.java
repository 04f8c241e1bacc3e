package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.check.Cast;
import crosscheck.check.Check;
import crosscheck.check.Step;
import crosscheck.contract.Contract;
import crosscheck.contract.RequestSpec;
import crosscheck.contract.Service;
import crosscheck.functional.CheckRunner;
import crosscheck.functional.PlayRules;
import crosscheck.functional.SingleServer;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.RunClock;
import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.Simulation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionalChecksIT {
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private static CheckRunner runner;

    @TempDir
    private static Path results;

    /** The chain alone. */
    public static final class Played extends Simulation {
        public Played() {
            setUp(scenario("checks")
                            .exec(FunctionalChecks.of(runner::next, runner::done, TIMEOUT))
                            .injectOpen(atOnceUsers(1)))
                    .protocols(FunctionalChecks.protocol());
        }
    }

    @Test
    void requestsGoOutAsGivenAndAreRecordedWhateverBecomesOfThem() throws Exception {
        try (RawServer server = new RawServer()) {
            List<ExchangeRecord> exchanges = play(
                    server.url(),
                    request("GET", "/api/a%20b?x=%C3%A4&y=a+b&z=[1]", Map.of("X-Worker-Name", "w 1"), null),
                    request("POST", "/api/queue", Map.of("content-type", "text/plain"), "{\u00ff".getBytes(ISO_8859_1)),
                    request("BREW", "/api/queue/next", Map.of("Accept", "x/y"), null),
                    request("GET", "/silent", Map.of(), null),
                    request("DELETE", "/gone", Map.of(), "body".getBytes(UTF_8)),
                    request("GET", "/sp ace", Map.of(), null),
                    request("GET", "/last", Map.of(), null));
            assertThat(server.requests())
                    .map(request -> request.replaceAll("traceparent: \\S+\r\n", "")
                            .replace(server.url().getAuthority(), "here"))
                    .containsExactly(
                            "GET /api/a%20b?x=%C3%A4&y=a+b&z=[1] HTTP/1.1\r\nhost: here\r\nconnection: close\r\n"
                                    + "X-Worker-Name: w 1\r\n\r\n",
                            "POST /api/queue HTTP/1.1\r\nhost: here\r\nconnection: close\r\n"
                                    + "content-type: text/plain\r\ncontent-length: 2\r\n\r\n{\u00ff",
                            "BREW /api/queue/next HTTP/1.1\r\nhost: here\r\nconnection: close\r\n"
                                    + "Accept: x/y\r\n\r\n",
                            "GET /silent HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n",
                            "DELETE /gone HTTP/1.1\r\nhost: here\r\nconnection: close\r\n"
                                    + "content-length: 4\r\n\r\nbody",
                            "GET /last HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n");
            assertThat(exchanges)
                    .extracting(exchange -> exchange.path() + " " + exchange.status() + exchange.failure())
                    .containsExactly(
                            "/api/a%20b?x=%C3%A4&y=a+b&z=[1] 200",
                            "/api/queue 200",
                            "/api/queue/next 200",
                            "/silent 0timeout",
                            "/gone 0connection",
                            "/sp ace 0connection",
                            "/last 200");
            assertThat(exchanges.get(0).headers())
                    .isEqualTo(Map.of("X-One", List.of("a", "b"), "Content-Length", List.of("2")));
            assertThat(exchanges.get(0).body()).asString(UTF_8).isEqualTo("{}");
        }
    }

    private static List<ExchangeRecord> play(URI server, RequestSpec... requests) {
        List<Step> steps = new ArrayList<>();
        for (RequestSpec request : requests) {
            steps.add(Step.Send.of("step " + steps.size(), "", request));
        }
        Check check = new Check("a", "api.parity", true, Cast.EACH.subList(0, 1), steps);
        List<ExchangeRecord> exchanges = new ArrayList<>();
        runner = new CheckRunner(
                new CheckRunner.Selection(List.of(check), false, Optional.empty()),
                new PlayRules(Contract.load(), 42, TIMEOUT, RunClock.start()),
                new SingleServer(server),
                exchanges::add,
                run -> {});
        Gatling$.MODULE$.fromArgs(
                new String[] {"--simulation", Played.class.getName(), "--results-folder", results.toString(), "-nr"});
        return exchanges;
    }

    private static RequestSpec request(String method, String path, Map<String, String> headers, byte[] body) {
        return new RequestSpec(Service.RUNNER, method, path, headers, body);
    }
}

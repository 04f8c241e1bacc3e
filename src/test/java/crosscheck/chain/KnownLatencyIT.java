package crosscheck.chain;

import static crosscheck.phase.Scenario.QUEUE_ASSIGNMENT;
import static io.gatling.javaapi.http.HttpDsl.http;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crosscheck.contract.Implementation;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.RunClock;
import crosscheck.phase.LoadPhase;
import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A target whose latency is known, measured by the real chains in open load, against what it says that it took. */
class KnownLatencyIT {
    /** Enough requests that what sends them is compiled, as in a run. */
    private static final double WARM_UP_RATE = 1_000;

    private static final double WARM_UP_SECONDS = 3;
    private static final double RATE = 100;
    private static final double SECONDS = 6;
    private static final Queue<RequestRecord> MEASURED = new ConcurrentLinkedQueue<>();
    private static URI server;

    /** By how many milliseconds requests may seem to take longer. */
    private record Tolerance(double median, double p95, double p99, double max) {}

    @TempDir
    private static Path results;

    /** A warm-up and one phase of load. */
    public static final class Open extends Simulation {
        public Open() {
            setUp(population(
                                    "warm-up",
                                    WARM_UP_RATE,
                                    WARM_UP_SECONDS,
                                    server.resolve("/warm-up"),
                                    new ConcurrentLinkedQueue<>())
                            .andThen(population("measured", RATE, SECONDS, server, MEASURED)))
                    .protocols(http.shareConnections().disableWarmUp());
        }

        private static PopulationBuilder population(
                String name, double rate, double seconds, URI runner, Queue<RequestRecord> records) {
            Phase.Load planned = new Phase.Load(QUEUE_ASSIGNMENT.id(), rate, seconds, 0);
            PlannedPhase phase = new PlannedPhase(0, Implementation.RUST, Phase.Kind.LOAD, 0, List.of(planned));
            AtomicReference<LoadPhase> current =
                    new AtomicReference<>(new LoadPhase(phase, RunClock.start(), List.of(), records::add));
            Load load = new Load(
                    Implementation.RUST.id(), runner, current::get, true, Duration.ofSeconds(5), Path.of("feeders"));
            return LoadScenarios.population(name, planned, load, Duration.ofMillis(200));
        }
    }

    /** However busy this machine is. */
    @ParameterizedTest
    @EnumSource(names = {"CONSTANT", "BIMODAL", "FREEZING"})
    void isNeverMeasuredShorterNorMuchLonger(KnownServer.Behaviour behaviour) throws Exception {
        compare(drive(behaviour), new Tolerance(25, 25, 100, 300));
    }

    /**
     * On a quiet machine: the way to the server and back, which wakes two sleeping processors up, is in what a client measures
     * and not in what the server knows.
     */
    @Tag("proof")
    @ParameterizedTest
    @EnumSource(names = {"CONSTANT", "BIMODAL", "FREEZING"})
    void isMeasuredWithinMilliseconds(KnownServer.Behaviour behaviour) throws Exception {
        compare(drive(behaviour), new Tolerance(2, 5, 5, 10));
    }

    /** Arrivals go on while nothing is answered: each waits for the rest of the freeze, and is seen to. */
    @Test
    void aFreezeIsSeenByAllWhoArriveInIt() throws Exception {
        drive(KnownServer.Behaviour.FREEZING);

        assertThat(MEASURED.stream()
                        .filter(request -> request.latencyMicros() > 500_000)
                        .count())
                .isCloseTo(Math.round(RATE), within(10L));
    }

    /** @return what the server says that each request took, milliseconds in ascending order */
    private static List<Double> drive(KnownServer.Behaviour behaviour) throws Exception {
        MEASURED.clear();
        try (KnownServerProcess process = KnownServerProcess.start(behaviour)) {
            server = process.url();
            Gatling$.MODULE$.fromArgs(
                    new String[] {"--simulation", Open.class.getName(), "--results-folder", results.toString(), "-nr"});
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(server.resolve("/truth")).build(), BodyHandlers.ofLines())
                    .body()
                    .map(micros -> Long.parseLong(micros) / 1e3)
                    .sorted()
                    .toList();
        }
    }

    private static void compare(List<Double> truth, Tolerance tolerance) {
        List<Double> measured = MEASURED.stream()
                .map(request -> request.responseMicros() / 1e3)
                .sorted()
                .toList();
        assertThat(measured).hasSameSizeAs(truth).hasSize((int) (RATE * SECONDS));
        compare(0.5, measured, truth, tolerance.median());
        compare(0.95, measured, truth, tolerance.p95());
        compare(0.99, measured, truth, tolerance.p99());
        compare(1, measured, truth, tolerance.max());
    }

    /** A client cannot have seen an answer sooner than it was given. */
    private static void compare(double quantile, List<Double> measured, List<Double> truth, double tolerance) {
        double taken = at(quantile, truth);
        assertThat(at(quantile, measured)).as("p%.0f", 100 * quantile).isBetween(taken, taken + tolerance);
    }

    private static double at(double quantile, List<Double> sorted) {
        return sorted.get((int) Math.ceil(quantile * (sorted.size() - 1)));
    }
}

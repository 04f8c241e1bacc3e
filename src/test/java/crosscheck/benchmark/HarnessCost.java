package crosscheck.benchmark;

import crosscheck.chain.KnownServer;
import crosscheck.chain.KnownServerProcess;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.environment.Environment;
import crosscheck.environment.Ownership;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What crosscheck's hooks take from Gatling: the same requests with the same checks of their content against a server that
 * answers at once, driven by Gatling alone and with everything on, each in a JVM of its own. The two take short turns, one held
 * still while the other drives, since a virtual machine's speed changes within seconds. Seen from outside: the server counts the
 * requests, the system the generator's CPU time.
 */
final class HarnessCost {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration TURN = Duration.ofSeconds(1);

    /** From going on until it drives as before. */
    private static final Duration SETTLED = Duration.ofMillis(200);

    /** Until the compiler is through, however slow the machine is at the moment. */
    private static final long WARM_UP_REQUESTS = 400_000;

    private static final int TURNS = 16;

    private final Path work;
    private final KnownServerProcess server;
    private final String database;
    private final HttpClient http = HttpClient.newHttpClient();

    /** What one generator did in its turns. */
    private record Driven(long requests, double seconds, double cpuSeconds) {
        Driven plus(Driven other) {
            return new Driven(requests + other.requests, seconds + other.seconds, cpuSeconds + other.cpuSeconds);
        }

        double perSecond() {
            return requests / seconds;
        }

        double cpuMicros() {
            return 1e6 * cpuSeconds / requests;
        }
    }

    private record Pair(Driven bare, Driven whole) {}

    private HarnessCost(Path work, KnownServerProcess server, String database) {
        this.work = work;
        this.server = server;
        this.database = database;
    }

    static void run(Path work, int pairs) throws IOException, InterruptedException {
        Settings settings =
                Configuration.load(Map.of(), new Properties(), Set.of()).settings();
        try (Ownership ownership = Ownership.claim();
                Environment environment = Environment.start(settings, true, ownership, line -> {});
                KnownServerProcess server = KnownServerProcess.start(KnownServer.Behaviour.AT_ONCE)) {
            new HarnessCost(work, server, environment.databaseUrl().reveal().toString()).measure(pairs);
        }
    }

    private void measure(int pairs) throws IOException, InterruptedException {
        List<Double> rates = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        System.out.println("pair  bare/s  crosscheck/s  ratio  bare CPU us/request  crosscheck CPU us/request");
        for (int number = 1; number <= pairs; number++) {
            Pair pair = drive(number);
            Driven bare = pair.bare();
            Driven whole = pair.whole();
            rates.add(whole.perSecond() / bare.perSecond());
            costs.add(whole.cpuMicros() / bare.cpuMicros());
            System.out.printf(
                    "%4d  %6.0f  %12.0f  %5.3f  %19.1f  %25.1f%n",
                    number,
                    bare.perSecond(),
                    whole.perSecond(),
                    whole.perSecond() / bare.perSecond(),
                    bare.cpuMicros(),
                    whole.cpuMicros());
        }
        System.out.println("highest rate, crosscheck over bare Gatling: " + GeometricMean.of(rates));
        System.out.println("CPU per request, crosscheck over bare Gatling: " + GeometricMean.of(costs));
    }

    private Pair drive(int number) throws IOException, InterruptedException {
        try (GeneratorProcess bare = start(BareGenerator.class, number);
                GeneratorProcess whole = start(WholeGenerator.class, number)) {
            warmUp(bare);
            warmUp(whole);
            return turns(TURNS, bare, whole);
        }
    }

    private void warmUp(GeneratorProcess generator) throws IOException, InterruptedException {
        for (long requests = 0; requests < WARM_UP_REQUESTS; ) {
            requests += turn(generator).requests();
        }
    }

    /** Bare, whole, whole, bare, and so on: a machine that becomes slower falls on both alike. */
    private Pair turns(int count, GeneratorProcess bare, GeneratorProcess whole)
            throws IOException, InterruptedException {
        Driven ofBare = new Driven(0, 0, 0);
        Driven ofWhole = new Driven(0, 0, 0);
        for (int turn = 0; turn < count; turn++) {
            if (turn % 2 == 0) {
                ofBare = ofBare.plus(turn(bare));
                ofWhole = ofWhole.plus(turn(whole));
            } else {
                ofWhole = ofWhole.plus(turn(whole));
                ofBare = ofBare.plus(turn(bare));
            }
        }
        return new Pair(ofBare, ofWhole);
    }

    private Driven turn(GeneratorProcess generator) throws IOException, InterruptedException {
        generator.goOn();
        TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
        long nanos = System.nanoTime();
        long requests = answered();
        Duration cpu = generator.cpu();
        TimeUnit.MILLISECONDS.sleep(TURN.toMillis());
        Driven driven = new Driven(
                answered() - requests,
                (System.nanoTime() - nanos) / 1e9,
                generator.cpu().minus(cpu).toNanos() / 1e9);
        generator.holdStill();
        return driven;
    }

    /** Started, and held still once it drives. */
    private GeneratorProcess start(Class<? extends Generator> type, int number)
            throws IOException, InterruptedException {
        long before = answered();
        GeneratorProcess generator = GeneratorProcess.start(
                type,
                work.resolve(type.getSimpleName() + "-" + number),
                server.url(),
                server.process().pid(),
                database);
        long deadline = System.nanoTime() + START.toNanos();
        while (answered() == before && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        generator.holdStill();
        return generator;
    }

    private long answered() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.url().resolve("/answered")).build();
        return Long.parseLong(http.send(request, BodyHandlers.ofString()).body());
    }
}

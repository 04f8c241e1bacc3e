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
import java.nio.file.Files;
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
 * answers at once, driven by Gatling alone and with everything on, in turns, each in a JVM of its own. Seen from outside: the
 * server counts the requests, the system the generator's CPU time.
 */
final class HarnessCost {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final Duration START = Duration.ofSeconds(60);

    private final Path work;
    private final KnownServerProcess server;
    private final String database;
    private final HttpClient http = HttpClient.newHttpClient();

    /** What one generator reached. */
    private record Reached(double perSecond, double cpuMicros) {}

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
        for (int pair = 0; pair < pairs; pair++) {
            boolean bareFirst = pair % 2 == 0;
            Reached first = drive(bareFirst ? BareGenerator.class : WholeGenerator.class, pair);
            Reached second = drive(bareFirst ? WholeGenerator.class : BareGenerator.class, pair);
            Reached bare = bareFirst ? first : second;
            Reached whole = bareFirst ? second : first;
            rates.add(whole.perSecond() / bare.perSecond());
            costs.add(whole.cpuMicros() / bare.cpuMicros());
            System.out.printf(
                    "%4d  %6.0f  %12.0f  %5.3f  %19.1f  %25.1f%n",
                    pair + 1,
                    bare.perSecond(),
                    whole.perSecond(),
                    whole.perSecond() / bare.perSecond(),
                    bare.cpuMicros(),
                    whole.cpuMicros());
        }
        System.out.println("highest rate, crosscheck over bare Gatling: " + GeometricMean.of(rates));
        System.out.println("CPU per request, crosscheck over bare Gatling: " + GeometricMean.of(costs));
    }

    private Reached drive(Class<? extends Generator> generator, int pair) throws IOException, InterruptedException {
        Path folder = work.resolve(generator.getSimpleName() + "-" + pair);
        Files.createDirectories(folder);
        long before = answered();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dbenchmark.server=" + server.url(),
                        "-Dbenchmark.target=" + server.process().pid(),
                        "-Dbenchmark.database=" + database,
                        "-Dbenchmark.folder=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.gatling.app.Gatling",
                        "--simulation",
                        generator.getName(),
                        "--results-folder",
                        folder.resolve("gatling").toString(),
                        "-nr")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile())
                .start();
        try {
            long deadline = System.nanoTime() + START.toNanos();
            while (answered() == before && process.isAlive() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
            Reached reached = measured(process);
            if (!process.isAlive() || reached.perSecond() == 0) {
                throw new IllegalStateException("the generator has ended: see " + folder.resolve("console.log"));
            }
            return reached;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Reached measured(Process generator) throws IOException, InterruptedException {
        long nanos = System.nanoTime();
        long requests = answered();
        Duration cpu = cpu(generator);
        TimeUnit.MILLISECONDS.sleep(MEASURED.toMillis());
        Duration used = cpu(generator).minus(cpu);
        long answered = answered() - requests;
        double seconds = (System.nanoTime() - nanos) / 1e9;
        return new Reached(answered / seconds, used.toNanos() / 1e3 / answered);
    }

    private static Duration cpu(Process process) {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the generator has ended before it was measured"));
    }

    private long answered() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.url().resolve("/answered")).build();
        return Long.parseLong(http.send(request, BodyHandlers.ofString()).body());
    }
}

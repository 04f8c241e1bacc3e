package crosscheck.target;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import crosscheck.configuration.Settings;
import crosscheck.configuration.Settings.Companion;
import crosscheck.contract.Implementation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Both implementations and the companions, ready; what crosscheck has started of them is stopped by {@link #close}. */
public final class Targets implements AutoCloseable {
    private static final Duration STARTERS_END = Duration.ofSeconds(10);

    private final Settings settings;
    private final Starter starter;
    private final StandInCommand standIn;
    private final Http http;
    private final Topology topology;
    private final List<Instance> instances;
    private final Watch watch;

    private Targets(
            Settings settings,
            Starter starter,
            StandInCommand standIn,
            Http http,
            Topology topology,
            List<Instance> instances) {
        this.settings = settings;
        this.starter = starter;
        this.standIn = standIn;
        this.http = http;
        this.topology = topology;
        this.instances = instances;
        this.watch = new Watch(instances, instance -> roots(instance, instances));
    }

    /**
     * Starts the companions, then both sides at once; when anything fails, what was started is stopped.
     *
     * @param databaseUrl the database that both sides use
     * @param redisUrl the Redis that both sides use
     * @param logs folder for the output of what is started
     * @param standIn starts the embedded implementations
     * @param track told of every process that is started, as soon as it is
     * @param progress told a line for each target that is ready
     * @throws RunError configuration: a topology with a circle, a command that does not exist; target: one that ended or
     *     did not answer in time
     */
    public static Targets start(
            Settings settings,
            SecretUrl databaseUrl,
            SecretUrl redisUrl,
            Path logs,
            StandInCommand standIn,
            Consumer<ProcessHandle> track,
            Consumer<String> progress)
            throws InterruptedException {
        Topology topology = Topology.of(settings.topology());
        Deployments deployments = new Deployments(settings, databaseUrl, redisUrl, logs, standIn);
        Http http = new Http();
        Starter starter = new Starter(settings.startup(), http, track);
        boolean ready = false;
        try {
            List<Instance> started = new ArrayList<>(started(deployments.companions(), starter, progress));
            List<List<Deployment>> sides = List.of(
                    deployments.ofSide(Implementation.PYTHON, topology),
                    deployments.ofSide(Implementation.RUST, topology));
            started.addAll(startedAtOnce(sides, starter, progress));
            List<Instance> known = new ArrayList<>();
            for (Instance instance : started) {
                Instance found = instance.withRoots(roots(instance, started));
                known.add(found.withIdentity(identity(found, standIn, http)));
            }
            Targets targets = new Targets(settings, starter, standIn, http, topology, List.copyOf(known));
            ready = true;
            return targets;
        } finally {
            if (!ready) {
                starter.stop();
            }
        }
    }

    private static List<Instance> started(List<Deployment> inOrder, Starter starter, Consumer<String> progress)
            throws InterruptedException {
        List<Instance> started = new ArrayList<>();
        for (Deployment deployment : inOrder) {
            Instance instance = starter.start(deployment);
            started.add(instance);
            progress.accept(deployment.name() + " is ready at " + instance.baseUrl());
        }
        return started;
    }

    private static List<Instance> startedAtOnce(
            List<List<Deployment>> groups, Starter starter, Consumer<String> progress) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(groups.size());
        try {
            var running = new ExecutorCompletionService<List<Instance>>(threads);
            groups.forEach(group -> running.submit(() -> started(group, starter, progress)));
            List<Instance> started = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                started.addAll(running.take().get());
            }
            return started;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            // Nobody starts anything, or writes a log, once this has failed.
            threads.awaitTermination(STARTERS_END.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Launched processes are known; those behind a URL are looked for, without what started another side as well. */
    private static Roots roots(Instance instance, List<Instance> all) {
        if (instance.process().isPresent()) {
            return instance.roots();
        }
        Set<URI> others = all.stream()
                .filter(other -> !other.deployment()
                        .implementation()
                        .equals(instance.deployment().implementation()))
                .map(other -> other.baseUrl().reveal())
                .collect(Collectors.toSet());
        return ProcessFinder.behind(instance.baseUrl().reveal(), others);
    }

    /**
     * Waits until every target answers as ready, after a server that they need was away.
     *
     * @throws RunError target: one that ended or does not become ready in time
     */
    public void awaitReady() throws InterruptedException {
        for (Instance instance : instances) {
            starter.awaitReady(instance);
        }
    }

    private static String identity(Instance instance, StandInCommand standIn, Http http) throws InterruptedException {
        Deployment deployment = instance.deployment();
        return switch (deployment.how()) {
            case STAND_IN -> standIn.identity();
            case COMMAND -> Identity.ofCommand(deployment.program().orElseThrow());
            case URL -> Identity.ofUrl(instance.baseUrl(), deployment.readyPath(), instance.roots(), http);
        };
    }

    public Registry registry() {
        return Registry.of(instances);
    }

    public Topology topology() {
        return topology;
    }

    /** The root processes of a side, over all its services. */
    public Roots roots(Implementation implementation) {
        return instances.stream()
                .filter(instance -> instance.deployment().implementation().equals(Optional.of(implementation)))
                .map(Instance::roots)
                .reduce(Roots.known(Set.of()), Roots::and);
    }

    public List<TargetInfo> infos() {
        return instances.stream().map(Instance::info).toList();
    }

    /** Tells the listener, on another thread, of every target that ends while it is needed; of earlier ends at once. */
    public void onEnd(Consumer<TargetEnd> listener) {
        watch.onEnd(listener);
    }

    /** Targets that have ended although they were needed. */
    public List<TargetEnd> ends() {
        return watch.ends();
    }

    /**
     * Makes sure that the two sides are two programs, that every service works on this database and Redis, and that
     * companions answer as they must. Leaves no row behind.
     *
     * @throws RunError configuration: one program on both sides without {@code aa}; target: a service that does not
     */
    public void preflight(DataSource database, SecretUrl redisUrl) throws InterruptedException {
        if (settings.sameOnBothSides().isEmpty()) {
            checkDistinct();
        }
        new Preflight(registry(), database, redisUrl, http).check();
        for (Companion companion : settings.companions()) {
            checkCompanion(companion);
        }
    }

    /** Configuration sees equal URLs; here two names of one program are seen. */
    private void checkDistinct() {
        Set<Long> shared = new HashSet<>(roots(Implementation.PYTHON).pids());
        shared.retainAll(roots(Implementation.RUST).pids());
        if (!shared.isEmpty()) {
            throw RunError.configuration("crosscheck.implementations: the URLs of python "
                    + registry().servicesByUrl(Implementation.PYTHON).keySet() + " and rust "
                    + registry().servicesByUrl(Implementation.RUST).keySet() + " lead to the same process " + shared
                    + "; set crosscheck.aa to compare a program with itself");
        }
    }

    private void checkCompanion(Companion companion) throws InterruptedException {
        if (companion.request().isEmpty()) {
            return;
        }
        Instance instance = instances.stream()
                .filter(any -> any.deployment().name().equals("companion " + companion.name()))
                .findFirst()
                .orElseThrow();
        String request = "GET " + instance.baseUrl() + companion.request();
        try {
            HttpResponse<String> answer = http.get(instance.baseUrl().reveal(), companion.request());
            if (answer.statusCode() / 100 != 2) {
                throw RunError.target("companion " + companion.name() + " does not conform: " + request + " answered "
                        + Http.shown(answer));
            }
        } catch (IOException e) {
            throw RunError.target("companion " + companion.name() + " does not conform: " + request + ": " + e);
        }
    }

    /** Stops what crosscheck has started: SIGTERM, and after a grace SIGKILL for the whole tree. */
    @Override
    public void close() {
        watch.close();
        starter.stop();
        try {
            standIn.prepareNextStart();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package crosscheck.target;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import crosscheck.configuration.Settings.Startup;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;

/** Starts deployments and waits until each answers; stops whatever it has started. */
final class Starter {
    /** What already runs may just be coming up, but a port that nobody listens to is rather a wrong URL. */
    private static final Duration PATIENCE_WITH_CLOSED_PORT = Duration.ofSeconds(5);

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Startup startup;
    private final Http http;
    private final Consumer<ProcessHandle> track;
    private final Deque<LaunchedProcess> launched = new ConcurrentLinkedDeque<>();
    private volatile boolean stopped;

    Starter(Startup startup, Http http, Consumer<ProcessHandle> track) {
        this.startup = startup;
        this.http = http;
        this.track = track;
    }

    /** @throws RunError configuration: the command does not exist; target: it ended or did not answer in time */
    Instance start(Deployment deployment) throws InterruptedException {
        long begin = System.nanoTime();
        if (deployment.url().isPresent()) {
            SecretUrl url = deployment.url().get();
            awaitReady(deployment, url, Optional.empty(), begin);
            return new Instance(deployment, url, Roots.unknown("not looked for yet"), "", Optional.empty());
        }
        LaunchedProcess process = launch(deployment);
        SecretUrl url = awaitListening(deployment, process, begin);
        awaitReady(deployment, url, Optional.of(process), begin);
        Roots roots = Roots.known(Set.of(process.handle().pid()));
        return new Instance(deployment, url, roots, "", Optional.of(process));
    }

    /** @throws RunError target: it ended or did not answer as ready in time */
    void awaitReady(Instance instance) throws InterruptedException {
        awaitReady(instance.deployment(), instance.baseUrl(), instance.process(), System.nanoTime());
    }

    private LaunchedProcess launch(Deployment deployment) {
        LaunchedProcess process = LaunchedProcess.start(deployment);
        launched.addFirst(process);
        track.accept(process.handle());
        if (stopped) {
            stop();
        }
        return process;
    }

    private SecretUrl awaitListening(Deployment deployment, LaunchedProcess process, long begin)
            throws InterruptedException {
        while (process.listening().isEmpty()) {
            if (!process.isAlive()) {
                throw RunError.target(process.obituary());
            }
            if (elapsed(begin).compareTo(startup.timeout()) > 0) {
                throw RunError.target(deployment.name() + " (" + deployment.key() + ") did not print"
                        + " \"listening on http://127.0.0.1:<port>\" within " + seconds(startup.timeout())
                        + "; the last lines of "
                        + deployment.program().orElseThrow().log() + ":\n" + process.tail());
            }
            Thread.sleep(startup.poll().toMillis());
        }
        return process.listening().orElseThrow();
    }

    private void awaitReady(Deployment deployment, SecretUrl url, Optional<LaunchedProcess> process, long begin)
            throws InterruptedException {
        while (true) {
            String last;
            boolean closed = false;
            try {
                HttpResponse<String> answer = http.get(url.reveal(), deployment.readyPath());
                if (answer.statusCode() == 200) {
                    return;
                }
                last = "it answered " + Http.shown(answer);
            } catch (IOException e) {
                closed = e instanceof ConnectException;
                last = closed ? "nothing answers" : "no answer: " + e;
            }
            if (process.isPresent() && !process.get().isAlive()) {
                throw RunError.target(process.get().obituary());
            }
            Duration limit = closed && process.isEmpty() && PATIENCE_WITH_CLOSED_PORT.compareTo(startup.timeout()) < 0
                    ? PATIENCE_WITH_CLOSED_PORT
                    : startup.timeout();
            if (elapsed(begin).compareTo(limit) > 0) {
                throw RunError.target(notReady(deployment, url, limit, last, process));
            }
            Thread.sleep(startup.poll().toMillis());
        }
    }

    private static String notReady(
            Deployment deployment, SecretUrl url, Duration limit, String last, Optional<LaunchedProcess> process) {
        String key = deployment.url().isPresent() ? deployment.key() + ".url = " + url : deployment.key();
        String tail = process.map(launched -> "; the last lines of "
                        + deployment.program().orElseThrow().log() + ":\n" + launched.tail())
                .orElse("");
        return key + ": " + deployment.name() + " was not ready within " + seconds(limit) + ": GET " + url
                + deployment.readyPath() + ": " + last + tail;
    }

    private static Duration elapsed(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** Asks all to end, then waits for each and kills what does not. */
    void stop() {
        stopped = true;
        launched.forEach(LaunchedProcess::terminate);
        launched.forEach(process -> process.awaitEnd(GRACE));
    }
}

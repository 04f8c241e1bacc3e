package crosscheck.sampling;

import crosscheck.observation.HarnessSample;
import crosscheck.observation.JsonLines;
import crosscheck.observation.ResourceSample;
import crosscheck.observation.RunClock;
import crosscheck.observation.RunFolder;
import crosscheck.observation.ServerSample;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Samples resources in the background until it is closed. Samples are due at whole multiples of the interval since the
 * start; one that could not be taken is marked as missing, and a late one shows by its time.
 */
public final class Sampler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Probes probes;
    private final SamplingPlan plan;
    private final RunClock clock;
    private final RunClock wall;
    private final JsonLines<ResourceSample> resources;
    private final JsonLines<HarnessSample> harness;
    private final JsonLines<ServerSample> servers;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "crosscheck-sampler");

    private Sampler(SamplingPlan plan, RunFolder folder, RunClock clock) {
        this.plan = plan;
        this.clock = clock;
        wall = clock.wall();
        probes = new Probes(plan);
        servers = JsonLines.appendTo(folder.servers(), ServerSample.class);
        resources = JsonLines.appendTo(folder.resources(), ResourceSample.class);
        harness = JsonLines.appendTo(folder.harness(), HarnessSample.class);
        thread.setDaemon(true);
    }

    /** Starts sampling into the folder's {@code resources}, {@code servers} and {@code harness} files; returns when the sources are ready. */
    public static Sampler start(SamplingPlan plan, RunFolder folder, RunClock clock) {
        Sampler sampler = new Sampler(plan, folder, clock);
        sampler.thread.start();
        return sampler;
    }

    private void run() {
        long interval = plan.interval().toNanos() / 1_000;
        long pssInterval = plan.pssInterval().toNanos() / 1_000;
        long start = clock.micros();
        long due = start;
        long pssDue = start;
        do {
            for (; due + interval <= clock.micros(); due += interval) {
                missed(due);
            }
            boolean proportional = due >= pssDue;
            sample(proportional);
            pssDue += proportional ? pssInterval : 0;
            due += interval;
        } while (!closedBefore(due));
    }

    private void sample(boolean proportional) {
        long at = clock.micros();
        try {
            for (ResourceSample sample : probes.resources(at, proportional)) {
                resources.append(sample);
            }
            if (proportional) {
                servers.append(probes.servers(at));
            }
            harness.append(probes.harness(at, wall.micros() - clock.micros()));
        } catch (RuntimeException e) {
            LOG.warn("a sample of resources is missing", e);
            missed(at);
        }
    }

    private void missed(long due) {
        plan.roots().keySet().forEach(side -> resources.append(ResourceSample.missing(due, side)));
    }

    private boolean closedBefore(long due) {
        try {
            return closing.await(due - clock.micros(), TimeUnit.MICROSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Ends sampling; all samples are on disk when it returns. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        probes.close();
        resources.close();
        servers.close();
        harness.close();
    }
}

package crosscheck.functional;

import crosscheck.check.Step;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.environment.BlockingSession;
import crosscheck.environment.Database;
import crosscheck.environment.MessageRecorder;
import crosscheck.environment.TcpProxy;
import crosscheck.observation.CheckRun.RowChange;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The stage of a run.
 *
 * @param proxies in front of the servers that can be taken out of reach
 * @param ready waits until every implementation answers as ready
 * @param subscribers how many must listen to each topic before everybody hears everything again
 * @param blocked told of each session that a reset had to end
 * @param micros the run's clock
 */
public record LiveStage(
        BiFunction<Implementation, Service, URI> baseUrls,
        Database database,
        MessageRecorder recorder,
        Map<Step.Server, TcpProxy> proxies,
        OtherServers others,
        Runnable ready,
        long subscribers,
        Consumer<BlockingSession> blocked,
        LongSupplier micros)
        implements Stage {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration RESUBSCRIPTION = Duration.ofSeconds(10);

    @Override
    public URI baseUrl(Implementation implementation, Service service) {
        return baseUrls.apply(implementation, service);
    }

    @Override
    public URI closed() {
        return others.closed();
    }

    @Override
    public URI answering(int status) {
        return others.answering(status);
    }

    @Override
    public void reset() {
        database.reset().forEach(blocked);
    }

    @Override
    public Map<String, List<RowChange>> changes() {
        return database.changes();
    }

    @Override
    public HeldCommit holdCommit() {
        return database.holdCommits(micros)::end;
    }

    @Override
    public void cut(Step.Server server) {
        proxies.get(server).cut();
    }

    @Override
    public void mend(Step.Server server) {
        proxies.get(server).mend();
    }

    @Override
    public void publish(String topic, String payload) {
        recorder.publish(topic, payload);
    }

    @Override
    public Map<String, Long> messages() {
        return recorder.received();
    }

    @Override
    public void awaitMessages(Map<String, Long> atLeast, Duration patience) {
        recorder.awaitReceived(atLeast, patience);
    }

    @Override
    public void awaitQuiet() {
        database.awaitQuiet();
        recorder.sync();
    }

    /** An implementation that never subscribes again is one that checks must find, so that is not waited for at any cost. */
    @Override
    public void awaitRecovered() {
        ready.run();
        long deadline = System.nanoTime() + RESUBSCRIPTION.toNanos();
        while (recorder.subscribers() < subscribers && System.nanoTime() < deadline) {
            pause();
        }
    }

    @Override
    public void pause() {
        LockSupport.parkNanos(POLL.toNanos());
    }
}

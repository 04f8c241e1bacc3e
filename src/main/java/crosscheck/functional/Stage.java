package crosscheck.functional;

import crosscheck.check.Step;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.ExchangeRecord;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What checks are played on: the implementations with the database and the Redis that they share. */
public interface Stage {
    URI baseUrl(Implementation implementation, Service service);

    /** A port of the loopback address on which nobody listens. */
    URI closed();

    /** A server that answers everything with this status and no body. */
    URI answering(int status);

    /** Sets the database to the snapshot. */
    void reset();

    /** Rows that are not as in the snapshot, by table. */
    Map<String, List<RowChange>> changes();

    /** Holds back every commit that changes a row, until one waits and what else it had to do has been done. */
    HeldCommit holdCommit();

    void cut(Step.Server server);

    void mend(Step.Server server);

    /** Publishes a payload of crosscheck's own on a topic; it is no message of the implementations. */
    void publish(String topic, String payload);

    /** Messages received so far, by topic. */
    Map<String, Long> messages();

    /** Waits until at least that many messages have been received, or for as long as {@code patience}. */
    void awaitMessages(Map<String, Long> atLeast, Duration patience);

    /** Waits until the implementations' database sessions are at rest, and everything published so far was received. */
    void awaitQuiet();

    /** Waits until the implementations answer as ready again, after a server was away. */
    void awaitRecovered();

    /** Lets some time pass before something is asked again. */
    void pause();

    /** Commits that are held back. */
    @FunctionalInterface
    interface HeldCommit {
        /** Lets go of them where that was not done yet, and holds back no more; empty where no commit came. */
        Optional<ExchangeRecord.HeldCommit> end();
    }
}

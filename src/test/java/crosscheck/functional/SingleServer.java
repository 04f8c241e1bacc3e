package crosscheck.functional;

import crosscheck.check.Step;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.CheckRun.RowChange;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One server for everything, without a database or messages. */
public record SingleServer(URI url) implements Stage {
    @Override
    public URI baseUrl(Implementation implementation, Service service) {
        return url;
    }

    @Override
    public URI closed() {
        return URI.create("http://closed");
    }

    @Override
    public URI answering(int status) {
        return URI.create("http://answers." + status);
    }

    @Override
    public void reset() {}

    @Override
    public Map<String, List<RowChange>> changes() {
        return Map.of();
    }

    @Override
    public HeldCommit holdCommit() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cut(Step.Server server) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void mend(Step.Server server) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void publish(String topic, String payload) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Long> messages() {
        return Map.of();
    }

    @Override
    public void awaitMessages(Map<String, Long> atLeast, Duration patience) {}

    @Override
    public void awaitQuiet() {}

    @Override
    public void awaitRecovered() {}

    @Override
    public void pause() {}
}

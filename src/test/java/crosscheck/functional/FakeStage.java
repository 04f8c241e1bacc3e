package crosscheck.functional;

import crosscheck.check.Step;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.ExchangeRecord;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what was asked of it, in order; time passes on it only while something is waited for. */
final class FakeStage implements Stage {
    final List<String> asked = new ArrayList<>();
    Map<String, List<RowChange>> changes = Map.of();
    long micros;

    @Override
    public URI baseUrl(Implementation implementation, Service service) {
        return URI.create("http://" + implementation + "." + service);
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
    public void reset() {
        asked.add("reset");
    }

    @Override
    public Map<String, List<RowChange>> changes() {
        return changes;
    }

    @Override
    public HeldCommit holdCommit() {
        asked.add("hold");
        return () -> {
            asked.add("let go");
            return Optional.of(new ExchangeRecord.HeldCommit(7, 1));
        };
    }

    @Override
    public void cut(Step.Server server) {
        asked.add("cut " + server);
    }

    @Override
    public void mend(Step.Server server) {
        asked.add("mend " + server);
    }

    @Override
    public void publish(String topic, String payload) {
        asked.add("publish " + topic + " " + payload);
    }

    @Override
    public Map<String, Long> messages() {
        return Map.of("run.started", 3L);
    }

    @Override
    public void awaitMessages(Map<String, Long> atLeast, Duration patience) {
        asked.add("messages " + atLeast);
    }

    @Override
    public void awaitQuiet() {
        asked.add("quiet");
    }

    @Override
    public void awaitRecovered() {
        asked.add("recovered");
    }

    @Override
    public void pause() {
        micros += 10_000;
    }
}

package crosscheck.benchmark;

import crosscheck.chain.Load;
import crosscheck.chain.LoadScenarios;
import crosscheck.contract.Implementation;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RequestLog;
import crosscheck.observation.RunClock;
import crosscheck.observation.RunFolder;
import crosscheck.phase.LoadPhase;
import crosscheck.sampling.Sampler;
import crosscheck.sampling.SamplingPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything on: feeders, the request log, invariants' facts, the sampler on the server's process and a database. */
public final class WholeGenerator extends Generator {
    private final RequestLog log;
    private final Sampler sampler;

    public WholeGenerator() {
        RunFolder folder = RunFolder.create(Path.of(System.getProperty("benchmark.folder")));
        RunClock clock = RunClock.start();
        log = RequestLog.create(folder.requests());
        long target = Long.getLong("benchmark.target");
        sampler = Sampler.start(
                new SamplingPlan(
                        Map.of(Implementation.RUST, () -> Set.of(target)),
                        () -> false,
                        Databases.at(URI.create(System.getProperty("benchmark.database"))),
                        true,
                        Optional::empty,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10)),
                folder,
                clock);
        Phase.Load planned = new Phase.Load("worker-journey", 0, DURATION.toSeconds(), USERS);
        LoadPhase phase = new LoadPhase(
                new PlannedPhase(0, Implementation.RUST, Phase.Kind.JOURNEY, 0, List.of(planned)),
                clock,
                List.of(),
                log::append);
        Load load = new Load(
                Implementation.RUST.id(), server(), () -> phase, true, Duration.ofSeconds(5), Path.of("feeders"));
        drive(LoadScenarios.population("whole", planned, load, Duration.ZERO));
    }

    @Override
    public void after() {
        sampler.close();
        log.close();
    }
}

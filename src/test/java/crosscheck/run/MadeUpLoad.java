package crosscheck.run;

import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.contract.Implementation;
import crosscheck.observation.JsonLines;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.Outcome;
import crosscheck.observation.Phase;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RequestLog;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.RunFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** A run of one block a side with one request and one message, enough to be moved about. */
final class MadeUpLoad {
    private static final long SECOND = 1_000_000;
    private static final List<Phase.Load> LOAD = List.of(new Phase.Load("queue-assignment", 1, 2, 0));

    private MadeUpLoad() {}

    static RunFolder run(Path path, long seed) {
        RunFolder folder = RunFolder.create(path);
        Properties properties = new Properties();
        properties.setProperty("crosscheck.seed", String.valueOf(seed));
        Configuration configuration = Configuration.load(Map.of(), properties, Set.of());
        Settings settings = configuration.settings();
        List<PlannedPhase> planned = List.of(
                new PlannedPhase(0, Implementation.PYTHON, Phase.Kind.LOAD, 0, LOAD),
                new PlannedPhase(1, Implementation.RUST, Phase.Kind.LOAD, 0, LOAD));
        new Plan(
                        Plan.SCHEMA,
                        "MigrationGateSimulation",
                        "smoke",
                        null,
                        seed,
                        Instant.parse("2026-11-23T18:05:00Z"),
                        configuration.effective(),
                        settings.thresholds(),
                        settings.askedGates(),
                        Map.of(),
                        HostFacts.read("here", Map.of()),
                        Map.of(),
                        planned,
                        null)
                .write(folder.plan());
        try (JsonLines<Phase> phases = JsonLines.appendTo(folder.phases(), Phase.class);
                RequestLog requests = RequestLog.create(folder.requests());
                JsonLines<MessageRecord> messages = JsonLines.appendTo(folder.messages(), MessageRecord.class)) {
            for (PlannedPhase phase : planned) {
                long start = (1 + 3L * phase.index()) * SECOND;
                phases.append(phase.ran(start, start + 2 * SECOND));
                requests.append(new RequestRecord(
                        phase.index(),
                        "queue-assignment",
                        "assign",
                        start,
                        start,
                        start + 1000,
                        Outcome.SUCCESS,
                        200,
                        "",
                        1,
                        "r",
                        "b",
                        10,
                        20));
            }
            messages.append(new MessageRecord(2 * SECOND, "run.started", new byte[] {'{', '}'}));
        }
        return folder;
    }
}

package crosscheck.proof;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crosscheck.observation.JsonLines;
import crosscheck.observation.Outcome;
import crosscheck.observation.Phase;
import crosscheck.observation.RequestReader;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.RunFolder;
import io.gatling.shared.model.assertion.AssertionStatsRepository.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our records of a run against Gatling's own log: the same requests, the same failures, the same times. */
final class Reconciliation {
    /** Gatling's clock counts whole milliseconds, and it starts and stops it elsewhere than we do. */
    private static final double MILLIS = 2;

    private Reconciliation() {}

    static void check(RunFolder folder) {
        GatlingLog gatling = new GatlingLog(folder.path().resolve("gatling").resolve("simulation.log"));
        Map<String, List<RequestRecord>> ours = counted(folder);
        assertThat(ours).isNotEmpty();
        ours.forEach((name, records) -> {
            Stats theirs = gatling.requests(name).orElseThrow(() -> new AssertionError("Gatling has no " + name));
            long failed = records.stream()
                    .filter(record -> record.outcome() != Outcome.SUCCESS && record.outcome() != Outcome.EMPTY)
                    .count();
            double mean = records.stream()
                    .mapToLong(RequestRecord::responseMicros)
                    .average()
                    .orElseThrow();
            assertThat(theirs.count()).as(name).isEqualTo(records.size());
            assertThat(gatling.failed(name)).as(name).isEqualTo(failed);
            assertThat((double) theirs.mean()).as(name).isCloseTo(mean / 1000, within(MILLIS));
        });
    }

    /** Judged requests by their name in Gatling's log. */
    private static Map<String, List<RequestRecord>> counted(RunFolder folder) {
        Map<Integer, Phase> phases = JsonLines.read(folder.phases(), Phase.class).stream()
                .filter(phase -> phase.kind() != Phase.Kind.WARM_UP)
                .collect(Collectors.toMap(Phase::index, Function.identity()));
        List<RequestRecord> records = new ArrayList<>();
        RequestReader.forEachPhase(folder.requests(), records::addAll);
        return records.stream()
                .filter(record -> phases.containsKey(record.phase()))
                .collect(groupingBy(record -> phases.get(record.phase()).implementation() + " " + record.scenario()
                        + ": " + record.operation()));
    }
}

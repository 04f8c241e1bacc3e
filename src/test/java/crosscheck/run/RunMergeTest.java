package crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscheck.RunError;
import crosscheck.observation.JsonLines;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.Phase;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RequestReader;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.RunFolder;
import crosscheck.observation.ServerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMergeTest {
    private static final long SECOND = 1_000_000;

    @TempDir
    Path reports;

    @Test
    void theBlocksOfEachAreFurtherBlocksOneAfterTheOther() {
        RunFolder merged = RunMerge.merge(List.of(run("a", 42), run("b", 42)), reports.resolve("merged"));

        assertThat(JsonLines.read(merged.phases(), Phase.class))
                .extracting(Phase::index, Phase::block, phase -> phase.startMicros() / SECOND)
                .containsExactly(tuple(0, 0, 1L), tuple(1, 0, 4L), tuple(2, 1, 8L), tuple(3, 1, 11L));
        assertThat(requests(merged))
                .extracting(RequestRecord::phase, request -> request.sentMicros() / SECOND)
                .containsExactly(tuple(0, 1L), tuple(1, 4L), tuple(2, 8L), tuple(3, 11L));
        assertThat(Plan.read(merged.plan()).phases())
                .extracting(PlannedPhase::index, PlannedPhase::block)
                .containsExactly(tuple(0, 0), tuple(1, 0), tuple(2, 1), tuple(3, 1));
    }

    @Test
    void countersGoOnWhereThoseBeforeEnded() throws IOException {
        RunFolder one = run("a", 42);
        RunFolder other = run("b", 42);
        Files.writeString(one.resources(), """
                {"atMicros":1000000,"implementation":"RUST","cpuSeconds":5.0,"threads":4}
                {"atMicros":2000000,"implementation":"RUST","cpuSeconds":7.5,"threads":4}
                """);
        Files.writeString(other.resources(), """
                {"atMicros":1000000,"implementation":"RUST","cpuSeconds":1.0,"threads":4}
                {"atMicros":2000000,"implementation":"RUST","cpuSeconds":2.0,"threads":4}
                """);
        RunFolder merged = RunMerge.merge(List.of(one, other), reports.resolve("merged"));

        List<Double> cpu = new ArrayList<>();
        for (String line : Files.readAllLines(merged.resources())) {
            JsonNode sample = new ObjectMapper().readTree(line);
            cpu.add(sample.get("cpuSeconds").asDouble());
            assertThat(sample.get("threads").asInt()).isEqualTo(4);
        }
        assertThat(cpu).containsExactly(5.0, 7.5, 7.5, 8.5);
    }

    @Test
    void whatTheServersCountedGoesOnAndWhatTheyHeldDoesNot() throws IOException {
        RunFolder one = run("a", 42);
        RunFolder other = run("b", 42);
        Files.writeString(one.servers(), """
                {"atMicros":1000000,"commits":100,"redisClients":3,"hostReadBytes":7000}
                {"atMicros":2000000,"commits":150,"redisClients":4,"hostReadBytes":9000}
                """);
        Files.writeString(other.servers(), """
                {"atMicros":1000000,"commits":20,"redisClients":5,"hostReadBytes":100}
                {"atMicros":2000000,"commits":30,"redisClients":6,"hostReadBytes":400}
                """);
        RunFolder merged = RunMerge.merge(List.of(one, other), reports.resolve("merged"));

        assertThat(JsonLines.read(merged.servers(), ServerSample.class))
                .extracting(
                        sample -> sample.atMicros() / SECOND,
                        ServerSample::commits,
                        ServerSample::redisClients,
                        ServerSample::hostReadBytes)
                .containsExactly(
                        tuple(1L, 100L, 3L, 7000L),
                        tuple(2L, 150L, 4L, 9000L),
                        tuple(8L, 150L, 5L, 9000L),
                        tuple(9L, 160L, 6L, 9300L));
    }

    @Test
    void injectorsOnOtherMachinesAreMergedAndAComparisonNamesThem() throws IOException {
        List<RunFolder> runs = List.of(run("a", 42), run("b", 42));
        ObjectMapper json = new ObjectMapper();
        JsonNode plan = json.readTree(runs.get(1).plan().toFile());
        ((ObjectNode) plan.get("host"))
                .put("name", "there")
                .put("processor", "another")
                .put("cores", 96)
                .put("memoryBytes", 1L << 40)
                .put("kernel", "Plan 9");
        json.writeValue(runs.get(1).plan().toFile(), plan);

        assertThat(RunMerge.merge(runs, reports.resolve("merged")).isMerged()).isTrue();
        assertThat(PlanDifferences.of(runs)).hasSize(5).anySatisfy(fact -> assertThat(fact)
                .contains("processors is", "96 in"));
    }

    @Test
    void functionalChecksStayInTheirPartsByTheirOwnClock() {
        RunFolder merged = RunMerge.merge(List.of(run("a", 42), run("b", 42)), reports.resolve("merged"));

        assertThat(merged.isMerged()).isTrue();
        assertThat(merged.compared()).hasSize(2).allSatisfy(part -> assertThat(
                        JsonLines.read(part.messages(), MessageRecord.class))
                .extracting(MessageRecord::atMicros)
                .containsExactly(2 * SECOND));
        assertThat(JsonLines.read(merged.messages(), MessageRecord.class))
                .extracting(message -> message.atMicros() / SECOND)
                .containsExactly(2L, 9L);
    }

    @Test
    void whatAKilledRunHalfWroteIsLeftOut() throws IOException {
        RunFolder killed = run("a", 42);
        Files.writeString(killed.resources(), """
                {"atMicros":1000000,"implementation":"RUST","threads":4}
                {"atMicros":20""");
        RunFolder merged = RunMerge.merge(List.of(killed, run("b", 42)), reports.resolve("merged"));

        assertThat(Files.readAllLines(merged.resources())).first().asString().contains("\"threads\":4");
    }

    @Test
    void runsOfOtherPlansAreRefusedWithTheFactsThatDiffer() {
        List<RunFolder> runs = List.of(run("a", 42), run("b", 43));

        assertThatThrownBy(() -> RunMerge.merge(runs, reports.resolve("merged")))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("not runs of one plan")
                .hasMessageContaining("seed is 42 in " + runs.get(0).path() + ", 43 in "
                        + runs.get(1).path());
        assertThat(reports.resolve("merged")).doesNotExist();
    }

    private RunFolder run(String name, long seed) {
        return MadeUpLoad.run(reports.resolve(name), seed);
    }

    private static List<RequestRecord> requests(RunFolder folder) {
        List<RequestRecord> requests = new ArrayList<>();
        try (RequestReader reader = RequestReader.open(folder.requests())) {
            reader.forEachRemaining(requests::add);
        }
        return requests;
    }
}

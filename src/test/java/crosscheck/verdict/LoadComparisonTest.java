package crosscheck.verdict;

import static crosscheck.contract.Implementation.PYTHON;
import static crosscheck.contract.Implementation.RUST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.JsonLines;
import crosscheck.observation.LoadExchange;
import crosscheck.observation.Plan;
import crosscheck.observation.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers under load in, findings out. */
class LoadComparisonTest {
    private static final String ONE = "11111111-1111-4111-8111-111111111111";
    private static final String OTHER = "22222222-2222-4222-8222-222222222222";

    private final List<LoadExchange> sampled = new ArrayList<>();
    private final List<Sighting> found = new ArrayList<>();
    private RunFolder folder;
    private long compared;
    private Set<String> operations;

    @TempDir
    Path path;

    /** Phases of {@link MadeUpRun#smoke}. */
    private enum Stretch {
        PYTHON_LOAD(0, PYTHON),
        PYTHON_JOURNEY(1, PYTHON),
        RUST_LOAD(2, RUST),
        RUST_JOURNEY(3, RUST),
        RUST_LOAD_LATER(4, RUST),
        PYTHON_LOAD_LATER(6, PYTHON);

        private final int phase;
        private final Implementation side;

        Stretch(int phase, Implementation side) {
            this.phase = phase;
            this.side = side;
        }
    }

    private record Sent(String operation, String method, String path, String requestBody, int status, String body) {}

    @BeforeEach
    void write() {
        folder = MadeUpRun.smoke().write(path);
    }

    @Test
    void answersThatDifferInMintedIdsAreAlike() {
        sample(Stretch.PYTHON_JOURNEY, assignment(ONE, "fix"), began(ONE));
        sample(Stretch.RUST_JOURNEY, assignment(OTHER, "fix"), began(OTHER));
        compare();

        assertThat(found).isEmpty();
        assertThat(compared).isEqualTo(2);
        assertThat(operations).containsExactlyInAnyOrder("assign", "set-item-status");
    }

    @Test
    void anotherValueIsADifferenceOfTheTwoRequests() {
        sample(Stretch.PYTHON_LOAD, assignment(ONE, "fix"));
        sample(Stretch.RUST_LOAD, assignment(OTHER, "break"));
        compare();

        assertThat(found)
                .singleElement()
                .returns("\"fix\"", Sighting::python)
                .returns("\"break\"", Sighting::rust)
                .returns(PYTHON, sighting -> sighting.pythonExchange().implementation())
                .returns(RUST, sighting -> sighting.rustExchange().implementation());
        assertThat(found.get(0).id("")).hasToString("api.parity/assign/value/command");
    }

    @Test
    void sidesKeepTheirNamesWhereRustCameFirst() {
        sample(Stretch.RUST_LOAD_LATER, assignment(OTHER, "break"));
        sample(Stretch.PYTHON_LOAD_LATER, assignment(ONE, "fix"));
        compare();

        assertThat(found).singleElement().returns("\"fix\"", Sighting::python);
    }

    @Test
    void anIdThatWasHandedOutToAnotherIsADifference() {
        sample(Stretch.PYTHON_JOURNEY, assignment(ONE, "fix"), began(ONE));
        sample(Stretch.RUST_JOURNEY, assignment(OTHER, "fix"), began(ONE));
        compare();

        assertThat(found).singleElement().returns("run_id", Sighting::place);
    }

    @Test
    void otherRequestsAreNotCompared() {
        sample(Stretch.PYTHON_LOAD, result("success"));
        sample(Stretch.RUST_LOAD, result("failure"));
        compare();

        assertThat(found).isEmpty();
        assertThat(compared).isZero();
    }

    @Test
    void whatFollowsAnAssignmentWithoutCounterpartIsNotCompared() {
        sample(Stretch.PYTHON_JOURNEY, assignment(ONE, "fix"), began(ONE));
        sample(Stretch.RUST_JOURNEY, began(OTHER));
        compare();

        assertThat(found).isEmpty();
        assertThat(compared).isZero();
    }

    @Test
    void anItemOfTwoWorkersIsNotCompared() {
        sample(Stretch.PYTHON_LOAD, assignment(ONE, "fix"));
        sample(Stretch.RUST_LOAD, assignment(ONE, "fix"), assignment(OTHER, "break"));
        compare();

        assertThat(found).isEmpty();
        assertThat(compared).isZero();
    }

    @Test
    void otherBlocksAreNotCompared() {
        sample(Stretch.PYTHON_LOAD, assignment(ONE, "fix"));
        sample(Stretch.RUST_LOAD_LATER, assignment(OTHER, "break"));
        compare();

        assertThat(found).isEmpty();
        assertThat(compared).isZero();
    }

    @Test
    void aFindingHasTheCommandsOfBothAndNoReplay() {
        sample(Stretch.PYTHON_LOAD, assignment(ONE, "fix"));
        sample(Stretch.RUST_LOAD, assignment(OTHER, "break"));
        append();

        assertThat(Judgement.of(folder).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.example().pythonCurl()).contains("/api/queue/next", "X-Worker-Name: w");
            assertThat(finding.example().rustCurl()).contains("/api/queue/next", "X-Worker-Name: w");
            assertThat(finding.example().check()).isEmpty();
            assertThat(finding.example().replay()).isEmpty();
        });
    }

    private void compare() {
        append();
        LoadComparison comparison = new LoadComparison(Contract.load(), found::add);
        comparison.compare(folder, Plan.read(folder.plan()));
        compared = comparison.compared();
        operations = comparison.operations();
    }

    private void append() {
        try (JsonLines<LoadExchange> lines = JsonLines.appendTo(folder.loadExchanges(), LoadExchange.class)) {
            sampled.forEach(lines::append);
        }
    }

    private void sample(Stretch stretch, Sent... requests) {
        for (Sent sent : requests) {
            ExchangeRecord exchange = new ExchangeRecord(
                    "",
                    stretch.side.id(),
                    sent.operation(),
                    stretch.side,
                    Service.RUNNER,
                    sent.operation(),
                    sent.method(),
                    sent.path(),
                    Map.of("X-Worker-Name", "w"),
                    sent.requestBody() == null ? null : sent.requestBody().getBytes(UTF_8),
                    1_000_000,
                    1_010_000,
                    "",
                    sent.status(),
                    Map.of("Content-Type", List.of("application/json")),
                    sent.body().getBytes(UTF_8),
                    null);
            sampled.add(new LoadExchange(stretch.phase, 7, exchange));
        }
    }

    private static Sent assignment(String run, String command) {
        return new Sent("assign", "GET", "/api/queue/next", null, 200, """
                {"id":7,"run_id":"%s","codebase":"a","campaign":"c","command":"%s","estimated_duration":1,
                 "bucket":"default","context":null}""".formatted(run, command));
    }

    private static Sent began(String run) {
        return new Sent(
                "set-item-status", "PUT", "/api/queue/7/status", "{\"status\":\"in_progress\"}", 200, """
                {"id":7,"codebase":"a","campaign":"c","command":"fix","estimated_duration":1,"bucket":"default",
                 "priority":0,"status":"in_progress","run_id":"%s","requester":null,"context":null}""".formatted(
                                run));
    }

    private static Sent result(String code) {
        String body = "{\"result_code\":\"" + code + "\"}";
        return new Sent("submit-result", "POST", "/api/runs/" + ONE + "/result", body, 201, """
                {"run_id":"%s","codebase":"a","campaign":"c","result_code":"%s","duration":1,
                 "queue_item_id":7}""".formatted(ONE, code));
    }
}

package crosscheck.verdict;

import static crosscheck.verdict.MadeUpRun.holding;
import static crosscheck.verdict.MadeUpRun.ofItem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import crosscheck.RunError;
import crosscheck.contract.Implementation;
import crosscheck.observation.Event;
import crosscheck.observation.Event.Kind;
import crosscheck.observation.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a result says beside its gates, and how it is written. */
class ResultTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void theSameOnBothSidesHasAMemoryRatioAroundOneAndFailsItAlone() {
        Judged judged = Judged.of(MadeUpRun.smoke().alike(), folder);

        assertThat(judged.gates(Verdict.FAIL)).containsExactly("memory.ratio both");
        assertThat(judged.gates(Verdict.INCONCLUSIVE)).isEmpty();
        assertThat(judged.gate("memory.ratio both").reason()).containsPattern("interval 0\\.99\\d to 1\\.00\\d");
    }

    @Test
    void brokenInvariantsAreFindingsWithTheirRequests() {
        assertThat(doubleAssignment().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.suite()).isEqualTo("invariant.single-assignment");
            assertThat(finding.operation()).isEqualTo("assign");
            assertThat(finding.kind()).isEqualTo("item-assigned-twice");
            assertThat(finding.status()).isEqualTo("open");
            assertThat(finding.python()).isNull();
            assertThat(finding.rust()).contains("queue item 7 was given to", "assign item 7 run 0000", "status 200");
        });
    }

    @Test
    void theIdOfAFindingIsTheSameInEveryRun() {
        assertThat(doubleAssignment().findings()).extracting(Finding::id).containsExactly("6ba3ecd2bb01");
    }

    @Test
    void aTransactionLeftOpenIsAFinding() {
        MadeUpRun run = MadeUpRun.smoke();
        run.events.add(new Event(1, Kind.RESET_BLOCKED, Implementation.RUST, "pid 17 holds queue"));

        Result result = Judgement.of(run.write(folder), MadeUpRun.THRESHOLDS, List.of("data.*"));

        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.suite()).isEqualTo("data.transactions");
            assertThat(finding.kind()).isEqualTo("transaction-left-open");
            assertThat(finding.rust()).isEqualTo("pid 17 holds queue");
        });
        assertThat(new Judged(result).gates(Verdict.FAIL)).containsExactly("data.transactions both");
    }

    @Test
    void aSideThatIsStillAtWorkHasLeftNothingOpen() {
        MadeUpRun run = MadeUpRun.smoke();
        run.events.add(new Event(1, Kind.RESET_BUSY, Implementation.RUST, "session 17 was active for 0.0 s"));

        assertThat(Judgement.of(run.write(folder)).findings()).isEmpty();
    }

    @Test
    void withoutFunctionalChecksTransactionsAreNotSaidToHold() {
        Result result = Judgement.of(MadeUpRun.smoke().write(folder), MadeUpRun.THRESHOLDS, List.of("data.*"));

        assertThat(new Judged(result).gate("data.transactions both").verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void judgedByOtherLimitsTheSameFactsGiveAnotherVerdict() {
        RunFolder written = muchMemory().write(folder);

        assertThat(Judgement.of(written).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Judgement.of(written, MadeUpRun.THRESHOLDS, List.of("target.alive"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aCommandEndsWithSuccessOnlyWhereEveryGateIsPassed() {
        assertThat(Judged.of(MadeUpRun.smoke(), folder).result().exitCode()).isZero();
        assertThat(doubleAssignment().exitCode()).isEqualTo(2);
        assertThat(Result.error(RunError.Cause.TARGET, "it did not start").exitCode())
                .isEqualTo(5);
    }

    @Test
    void theHeadlineCountsWhatWasNotAsked() {
        assertThat(Judged.of(MadeUpRun.smoke(), folder).result().headline())
                .matches("pass \\(smoke: \\d+ gates not asked\\)");
    }

    @Test
    void theHeadlineNamesTheGatesThatDecided() {
        assertThat(Judged.of(muchMemory(), folder).result().headline()).startsWith("fail: memory.ratio (smoke: ");
    }

    @Test
    void everyResultIsValidUnderItsSchema() throws IOException {
        assertThat(problems(json(
                        Judged.of(MadeUpRun.smoke(), folder.resolve("pass")).result())))
                .isEmpty();
        assertThat(problems(json(doubleAssignment()))).isEmpty();
        assertThat(problems(json(Result.error(RunError.Cause.ENVIRONMENT, "no database\nat x"))))
                .isEmpty();
    }

    @Test
    void theWrittenFileBeginsAsPromised() throws IOException {
        Path file = folder.resolve("result.json");
        ResultFile.write(Result.error(RunError.Cause.TARGET, "rust did not start"), file);

        assertThat(Files.readString(file).lines().map(String::strip))
                .startsWith(
                        "{",
                        "\"schema\" : \"crosscheck/result/1\",",
                        "\"verdict\" : \"error\",",
                        "\"cause\" : \"target\",",
                        "\"gates\" : [ ],",
                        "\"findings\" : [ ],");
    }

    @Test
    void aResultThatContradictsItselfIsInvalid() throws IOException {
        ObjectNode pass = (ObjectNode)
                MAPPER.readTree(json(Judged.of(MadeUpRun.smoke(), folder).result()));

        assertThat(problems(pass.deepCopy().put("verdict", "fail").toString())).isNotEmpty();
        assertThat(problems(pass.deepCopy().put("verdict", "error").toString())).isNotEmpty();
        assertThat(problems(pass.deepCopy().put("cause", "target").toString())).isNotEmpty();
        ObjectNode gate = (ObjectNode) pass.at("/gates/0");
        gate.put("verdict", "fail");
        assertThat(problems(pass.toString())).isNotEmpty();
        gate.put("verdict", "pass").put("id", "load.queue-assignment.p96");
        assertThat(problems(pass.toString())).isNotEmpty();
    }

    private static MadeUpRun muchMemory() {
        return MadeUpRun.smoke().rustSamples(sample -> holding(sample, 400L << 20, 20));
    }

    private Result doubleAssignment() {
        MadeUpRun run = MadeUpRun.smoke()
                .everyNthOfRust(100, request -> request.operation().equals("assign"), request -> ofItem(request, 7));
        return Judged.of(run, folder.resolve("double")).result();
    }

    private static String json(Result result) throws IOException {
        return ResultFile.toJson(result);
    }

    /** What a result breaks of its schema. */
    static List<String> violations(Result result) throws IOException {
        return problems(json(result));
    }

    private static List<String> problems(String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ResultTest.class.getResourceAsStream("/result.schema.json"));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}

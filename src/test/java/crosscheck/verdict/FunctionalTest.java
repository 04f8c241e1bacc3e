package crosscheck.verdict;

import static crosscheck.contract.Implementation.PYTHON;
import static crosscheck.contract.Implementation.RUST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.observation.CheckRun.RowChange;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts of functional checks in, exact sets of findings out. */
class FunctionalTest {
    static final List<String> ASKED =
            List.of("api.*", "schema.*", "data.*", "messages.*", "workflow.*", "trace.*", "errors.*");

    private static final String WORKFLOW = "workflow/one";

    @TempDir
    Path folder;

    static Stream<Arguments> defects() {
        return Stream.of(
                facts("ids, times and wording differ, nothing else", () -> MadeUpChecks.healthy()),
                facts(
                        "another value",
                        () -> MadeUpChecks.healthy()
                                .body(RUST, "read", "\"description\":null", "\"description\":\"x\""),
                        "api.parity get-run type description",
                        "schema.compatibility get-run type-mismatch 200 description"),
                facts(
                        "another spelling is noted",
                        () -> MadeUpChecks.healthy().body(RUST, "assign", "\"context\":null", "\"context\" : null"),
                        "api.parity assign bytes white-space noted"),
                facts(
                        "a defect of both",
                        () -> MadeUpChecks.healthy()
                                .body(RUST, "read", "\"worker\":\"w\",", "")
                                .body(PYTHON, "read", "\"worker\":\"w\",", ""),
                        "api.conformance get-run schema worker",
                        "schema.compatibility get-run missing-required-field 200 worker"),
                facts(
                        "a status",
                        () -> MadeUpChecks.healthy()
                                .answers(
                                        RUST,
                                        MadeUpChecks.REFUSED,
                                        "result",
                                        it -> MadeUpChecks.with(
                                                it,
                                                400,
                                                it.headers(),
                                                "{\"error\":{\"code\":\"malformed-json\",\"message\":\"\"}}"
                                                        .getBytes(UTF_8))),
                        "api.parity submit-result status ",
                        "api.parity submit-result error-code error.code",
                        "schema.compatibility submit-result missing-endpoint 404",
                        "schema.compatibility submit-result missing-endpoint 400"),
                facts(
                        "no answer",
                        () -> MadeUpChecks.healthy()
                                .answers(RUST, "read", it -> MadeUpChecks.with(it, 0, Map.of(), new byte[0])),
                        "api.parity get-run status ",
                        "api.conformance get-run no-answer  rust"),
                facts(
                        "a row",
                        () -> MadeUpChecks.healthy().rows(RUST, MadeUpChecks.LIFECYCLE, rows -> {
                            Map<String, List<RowChange>> fewer = new HashMap<>(rows);
                            fewer.remove("queue");
                            return fewer;
                        }),
                        "data.parity submit-result missing queue.gone[]"),
                facts(
                        "a refused request that writes",
                        () -> MadeUpChecks.healthy()
                                .rows(
                                        RUST,
                                        MadeUpChecks.REFUSED,
                                        rows -> Map.of("candidate", List.of(new RowChange(null, "{\"id\":1}")))),
                        "data.parity submit-result refused-but-changed candidate rust"),
                facts(
                        "a chain cut short",
                        () -> MadeUpChecks.healthy().stopped(RUST, MadeUpChecks.LIFECYCLE, "read"),
                        "api.parity get-run step-not-completed "),
                facts(
                        "a message lost",
                        () -> MadeUpChecks.healthy().messages(RUST, "run.completed", all -> List.of()),
                        "messages.exactly-once submit-result message-missing run.completed rust"),
                facts(
                        "a message doubled",
                        () -> MadeUpChecks.healthy()
                                .messages(RUST, "run.completed", all -> List.of(all.get(0), all.get(0))),
                        "messages.exactly-once submit-result message-repeated run.completed rust"),
                facts(
                        "a message of a refused request",
                        () -> refusedMessage(),
                        "messages.exactly-once submit-result message-uncaused run.completed rust"),
                facts(
                        "a message malformed",
                        () -> MadeUpChecks.healthy()
                                .messages(
                                        RUST,
                                        "run.completed",
                                        all -> List.of(new MessageRecord(
                                                all.get(0).atMicros(), "run.completed", "{\"run_id".getBytes(UTF_8)))),
                        "messages.format submit-result malformed run.completed rust",
                        "messages.format submit-result malformed run.completed.body"),
                facts(
                        "a message's value",
                        () -> MadeUpChecks.healthy()
                                .payload(RUST, "run.started", "\"worker\":\"w\"", "\"worker\":\"W\""),
                        "messages.format assign value run.started.worker"),
                facts(
                        "messages out of order",
                        () -> MadeUpChecks.healthy()
                                .messages(RUST, "run.started", all -> List.of(later(all.get(0), 15_000))),
                        "messages.order assign message-out-of-order run.started rust"),
                facts(
                        "a message before its commit",
                        () -> MadeUpChecks.healthy()
                                .answers(RUST, "result", it -> MadeUpChecks.held(it, it.doneMicros() - 1, 1)),
                        "messages.order submit-result message-before-commit run.completed rust"),
                facts(
                        "a result in two transactions",
                        () -> MadeUpChecks.healthy()
                                .answers(RUST, "result", it -> MadeUpChecks.held(it, it.sentMicros(), 2)),
                        "data.transactions submit-result half-done  rust"),
                facts(
                        "a time stored otherwise",
                        () -> MadeUpChecks.healthy().rows(RUST, MadeUpChecks.LIFECYCLE, rows -> {
                            Map<String, List<RowChange>> later = new HashMap<>(rows);
                            later.computeIfPresent("run", (table, changes) -> changes.stream()
                                    .map(FunctionalTest::finishedLater)
                                    .toList());
                            return later;
                        }),
                        "data.parity get-run value run.finish_time rust"),
                facts(
                        "a duration off by one",
                        () -> MadeUpChecks.healthy().body(RUST, "result", "\"duration\":0", "\"duration\":1"),
                        "api.conformance submit-result duration duration rust"),
                facts(
                        "a trace dropped",
                        () -> MadeUpChecks.healthy().header(RUST, "read", "traceparent", null),
                        "trace.propagation get-run trace-missing answer rust"),
                facts(
                        "a trace restarted",
                        () -> MadeUpChecks.healthy()
                                .header(
                                        RUST,
                                        "read",
                                        "traceparent",
                                        "00-" + "9".repeat(32) + "-" + "b".repeat(16) + "-01"),
                        "trace.propagation get-run trace-broken answer rust"),
                facts(
                        "a trace in upper case",
                        () -> MadeUpChecks.healthy()
                                .header(
                                        RUST,
                                        "read",
                                        "traceparent",
                                        "00-" + "A".repeat(32) + "-" + "b".repeat(16) + "-01"),
                        "trace.propagation get-run trace-malformed answer rust"),
                facts(
                        "a parent id kept",
                        () -> MadeUpChecks.healthy().payload(RUST, "run.started", "c".repeat(16), "a".repeat(16)),
                        "trace.propagation assign trace-parent-kept run.started rust"),
                facts(
                        "a message without its trace",
                        () -> MadeUpChecks.healthy().payload(RUST, "run.started", "\"traceparent\"", "\"other\""),
                        "messages.format assign schema run.started.other rust",
                        "messages.format assign extra run.started.other",
                        "trace.propagation assign trace-missing run.started rust"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void findsExactly(String name, Supplier<MadeUpChecks> checks, Set<String> expected) {
        Result result = judged(checks.get());
        assertThat(found(result)).isEqualTo(expected);
        Set<String> failed = new Judged(result).gates(Verdict.FAIL);
        assertThat(failed)
                .isEqualTo(expected.stream()
                        .filter(finding -> !finding.endsWith("noted"))
                        .map(finding -> finding.split(" ")[0] + " both")
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void gatesPassWhereTheirChecksRanOnBothSides() {
        Judged judged = new Judged(judged(MadeUpChecks.healthy()));

        assertThat(judged.gates(Verdict.PASS))
                .containsExactly(
                        "api.conformance both",
                        "api.parity both",
                        "data.parity both",
                        "messages.exactly-once both",
                        "messages.format both",
                        "messages.order both",
                        "schema.compatibility both",
                        "trace.propagation both");
        assertThat(judged.gate("workflow.complete both").reason())
                .isEqualTo("this simulation runs no checks of workflow.complete");
    }

    @Test
    void theSameDifferenceIsOneFindingHoweverOftenItIsSeen() {
        MadeUpChecks checks = MadeUpChecks.healthy().lifecycle("data/again", "data.parity");
        for (String check : List.of(MadeUpChecks.LIFECYCLE, "data/again")) {
            checks.answers(RUST, check, "progress", it -> MadeUpChecks.header(it, "traceparent", "-"));
        }
        Result result = judged(checks);

        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.occurrences()).isEqualTo(2);
            assertThat(finding.id()).matches("[0-9a-f]{12}");
            assertThat(finding.rust()).startsWith("answer -, the request 00-");
            assertThat(finding.python()).isNull();
            assertThat(finding.example().check()).isEqualTo(MadeUpChecks.LIFECYCLE);
            assertThat(finding.example().pythonCurl()).isNull();
            assertThat(finding.example().rustCurl())
                    .startsWith(
                            "curl -sSig --path-as-is -X PUT 'http://rust/api/queue/7/status' -H 'Content-Type: application/json'")
                    .endsWith("--data-binary '{\"status\":\"in_progress\"}'");
            assertThat(finding.example().replay()).isEqualTo("mvn gatling:test -Dcrosscheck.replay=" + finding.id());
        });
    }

    @Test
    void eachCheckSaysWhatItCameTo() throws IOException {
        MadeUpChecks checks = MadeUpChecks.healthy().body(RUST, "read", "\"codebase\":\"a\"", "\"codebase\":\"A\"");
        Result result = judged(checks);

        CheckOutcome lifecycle = result.checks().get(0);
        assertThat(lifecycle.id()).isEqualTo(MadeUpChecks.LIFECYCLE);
        assertThat(lifecycle.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(lifecycle.findings())
                .containsExactly(result.findings().get(0).id());
        assertThat(lifecycle.casts()).extracting(CheckOutcome.Cast::name).containsExactly(PYTHON.id(), RUST.id());
        assertThat(lifecycle.casts())
                .allSatisfy(cast -> assertThat(cast.statuses()).contains(200, 201));
        assertThat(result.checks().get(1))
                .isEqualTo(new CheckOutcome(
                        MadeUpChecks.REFUSED,
                        result.checks().get(1).suite(),
                        Verdict.PASS,
                        List.of(
                                new CheckOutcome.Cast("python", List.of(404), ""),
                                new CheckOutcome.Cast("rust", List.of(404), "")),
                        List.of(),
                        ""));
    }

    @Test
    void acceptedDifferencesDoNotGateUntilTheyExpireOrVanishWhereTheyWouldHaveShown() throws IOException {
        MadeUpChecks checks = MadeUpChecks.healthy().body(RUST, "read", "\"codebase\":\"a\"", "\"codebase\":\"A\"");
        RunFolder run = checks.write(MadeUpRun.withoutLoad(), folder);
        Files.writeString(run.ledger(), """
                accepted = [
                  { suite = api.parity, operation = get-run, kind = value, path = codebase,
                    reason = r, accepted-by = p, expires = "2026-01-01" }
                  { suite = api.parity, operation = get-run, kind = value, path = worker,
                    reason = r, accepted-by = p, expires = "2025-12-31" }
                  { suite = api.parity, operation = assign, kind = order, path = "",
                    reason = r, accepted-by = p, expires = "2026-01-01" }
                  { suite = api.parity, operation = get-run, kind = order, path = "",
                    reason = r, accepted-by = p, expires = "2026-01-01" }
                  { suite = api.parity, operation = list-runs, kind = order, path = items,
                    reason = r, accepted-by = p, expires = "2026-01-01" }
                ]""");
        Result result = Judgement.of(run, MadeUpRun.THRESHOLDS, List.of("api.parity"));

        assertThat(found(result))
                .containsExactly(
                        "api.parity get-run ledger-expired value worker",
                        "api.parity get-run ledger-vanished order ",
                        "api.parity get-run value codebase accepted");
    }

    @Test
    void coverageNamesWhatIsNotMatchedWithTheReason() {
        Result result = judged(MadeUpChecks.healthy().body(RUST, "read", "\"codebase\":\"a\"", "\"codebase\":\"A\""));

        assertThat(result.interactions())
                .contains(
                        new Interaction("assign 200", "rust", true, true, ""),
                        new Interaction("submit-result 404", "python", true, true, ""),
                        new Interaction("get-run 200", "rust", true, false, "the two sides did not do it alike"),
                        new Interaction("get-run 404", "rust", false, false, "no check that was played led to it"))
                .noneMatch(interaction -> interaction.name().equals("get-run 503"));
        assertThat(new Judged(Judgement.of(new RunFolder(folder), MadeUpRun.THRESHOLDS, List.of("coverage.*")))
                        .gate("coverage.interactions both"))
                .satisfies(gate -> {
                    assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                    assertThat(gate.reason()).contains("interactions matched").contains("not health 200 of python");
                });
    }

    @Test
    void theStepsOfAWorkflowAreInteractions() {
        MadeUpChecks checks = MadeUpChecks.healthy().lifecycle(WORKFLOW, "workflow.complete");
        checks.answers(RUST, WORKFLOW, "progress", it -> MadeUpChecks.header(it, "traceparent", "-"));

        assertThat(judged(checks).interactions())
                .filteredOn(interaction -> interaction.implementation().equals("both"))
                .extracting(
                        interaction -> interaction.name() + " " + interaction.attempted() + " " + interaction.matched())
                .containsExactly(
                        "assign to set-item-status true false",
                        "set-item-status to submit-result true false",
                        "submit-result to get-run true true");
    }

    @Test
    void topicsAreInteractions() {
        MadeUpChecks checks = MadeUpChecks.healthy().lifecycle("messages/one", "messages.format");
        checks.messages(RUST, "run.progress", all -> List.of());

        assertThat(judged(checks).interactions())
                .contains(
                        new Interaction("run.completed", "rust", true, true, ""),
                        new Interaction("run.progress", "python", true, false, "the two sides did not do it alike"),
                        new Interaction(
                                "publish.completed", "rust", false, false, "no check that was played led to it"));
    }

    @Test
    void whatCouldNotBePlayedIsWhyAnInteractionIsMissing() {
        MadeUpChecks checks = MadeUpChecks.healthy().notPlayed("api/late", "api.parity", "there was no time");

        assertThat(judged(checks).interactions())
                .contains(new Interaction("get-run 404", "rust", false, false, "there was no time"));
    }

    @Test
    void onlyWhereAServerIsCutOffCanItBeOutOfReach() {
        assertThat(judged(MadeUpChecks.healthy().cutting(MadeUpChecks.LIFECYCLE, "redis"))
                        .interactions())
                .contains(new Interaction("health 503", "rust", false, false, "no check that was played led to it"));
    }

    @Test
    void aWorkflowThatNeitherCompletesIsFound() {
        MadeUpChecks checks = MadeUpChecks.healthy().lifecycle(WORKFLOW, "workflow.complete");
        checks.stopped(PYTHON, WORKFLOW, "read").stopped(RUST, WORKFLOW, "read");

        assertThat(found(judged(checks))).containsExactly("workflow.complete submit-result workflow-not-completed ");
    }

    @Test
    void thatOneSideCompletesAWorkflowIsADifference() {
        assertThat(found(judged(MadeUpChecks.healthy()
                        .lifecycle(WORKFLOW, "workflow.complete")
                        .stopped(RUST, WORKFLOW, "read"))))
                .containsExactly("workflow.complete get-run step-not-completed ");
    }

    @Test
    void aCheckThatNoCastPlaysToItsEndIsSkippedWithTheReasonAndFailsNoGate() {
        Result result = judged(MadeUpChecks.healthy()
                .stopped(PYTHON, MadeUpChecks.LIFECYCLE, "read")
                .stopped(RUST, MadeUpChecks.LIFECYCLE, "read"));

        assertThat(result.checks())
                .filteredOn(check -> check.verdict() == Verdict.SKIPPED)
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.id()).isEqualTo(MadeUpChecks.LIFECYCLE);
                    assertThat(check.reason()).isEqualTo("read: there is no value");
                });
        assertThat(new Judged(result).gates(Verdict.FAIL)).isEmpty();
    }

    @Test
    void aGateSaysHowManyOfItsChecksWereNotPlayed() {
        MadeUpChecks checks = MadeUpChecks.healthy();
        for (String id : List.of(WORKFLOW, "workflow/two")) {
            checks.notPlayed(id, "workflow.complete", "the 45 s for checks were over");
        }
        checks.plan("workflow/three", "workflow.complete", "read:get-run");
        Judged judged = new Judged(judged(checks));

        assertThat(judged.gate("workflow.complete both").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.gate("workflow.complete both").reason())
                .isEqualTo("nothing was compared that could show it; 3 checks not played: the 45 s for checks were"
                        + " over, the run was over before");
        assertThat(judged.gate("data.parity both").reason()).startsWith("no open finding; 3 checks not played: ");
        assertThat(judged.gate("api.parity both").reason()).isEqualTo("no open finding");
    }

    @Test
    void aRunOfChecksAloneIsSound() {
        RunFolder run = MadeUpChecks.healthy().write(MadeUpRun.withoutLoad(), folder);
        Result result = Judgement.of(run, MadeUpRun.THRESHOLDS, List.of("target.alive", "run.sound"));

        assertThat(new Judged(result).gates(Verdict.PASS))
                .containsExactly("run.sound both", "target.alive python", "target.alive rust");
    }

    @Test
    void withoutChecksTheGatesSaySo() {
        Judged judged = new Judged(Judgement.of(MadeUpRun.smoke().write(folder), MadeUpRun.THRESHOLDS, ASKED));

        assertThat(judged.gate("api.parity both").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(judged.gate("api.parity both").reason()).isEqualTo("this simulation runs no functional checks");
    }

    private Result judged(MadeUpChecks checks) {
        return Judgement.of(checks.write(MadeUpRun.withoutLoad(), folder), MadeUpRun.THRESHOLDS, ASKED);
    }

    private static Set<String> found(Result result) {
        return result.findings().stream()
                .map(finding -> String.join(" ", finding.suite(), finding.operation(), finding.kind(), finding.path())
                        + (finding.side().isEmpty() ? "" : " " + finding.side())
                        + (finding.isOpen() ? "" : " " + finding.status()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static MessageRecord later(MessageRecord message, long micros) {
        return new MessageRecord(message.atMicros() + micros, message.topic(), message.payload());
    }

    /** By as little as it takes to ask the clock again. */
    private static RowChange finishedLater(RowChange run) {
        Matcher finish = Pattern.compile("(?<=\"finish_time\":\")[^\"]*").matcher(run.after());
        return new RowChange(run.before(), finish.replaceAll(time -> OffsetDateTime.parse(time.group())
                .plusNanos(40_000)
                .toString()
                .replace("Z", "+00:00")));
    }

    private static MadeUpChecks refusedMessage() {
        MadeUpChecks checks = MadeUpChecks.healthy();
        long at = checks.exchanges.get(checks.exchanges.size() - 1).sentMicros() + 1;
        checks.messages.add(new MessageRecord(at, "run.completed", "{\"run_id\":\"x\"}".getBytes(UTF_8)));
        return checks;
    }

    private static Arguments facts(String name, Supplier<MadeUpChecks> checks, String... findings) {
        return Arguments.of(name, checks, new TreeSet<>(Set.of(findings)));
    }
}

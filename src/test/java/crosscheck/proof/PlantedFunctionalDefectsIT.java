package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.check.Check;
import crosscheck.check.Step;
import crosscheck.check.Step.Send;
import crosscheck.contract.Contract;
import crosscheck.standin.AnswerFault;
import crosscheck.standin.BodyFault;
import crosscheck.standin.FunctionalFault;
import crosscheck.standin.InputFault;
import crosscheck.standin.TraceFault;
import crosscheck.standin.TransactionFault;
import crosscheck.suite.Catalogue;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each functional fault, planted in rust, is found as exactly what it declares. */
class PlantedFunctionalDefectsIT {
    private static final String API = "api.parity";

    private static final List<Check> CATALOGUE = Catalogue.checks(Contract.load()).stream()
            .map(PlantedFunctionalDefectsIT::impatient)
            .toList();

    private static final List<Check> CORE =
            CATALOGUE.stream().filter(Check::core).toList();

    /** Faults that no check shows that is chosen for what they touch, with one that does; most are not of the core. */
    private static final Map<FunctionalFault, String> OTHERWISE_UNSEEN = Map.ofEntries(
            Map.entry(BodyFault.LOG_NAMES_REVERSED, "api/submit-result/201/assigned"),
            Map.entry(BodyFault.REJECTED_DROPPED, "messages/rejected/run.started"),
            Map.entry(InputFault.IDS_CASE_INSENSITIVE, "api/get-run/404/upper-case"),
            Map.entry(InputFault.LONG_JSON_ACCEPTED, "rule/size/one-over"),
            Map.entry(InputFault.NUL_UNCHECKED, "generated/schedule/codebase/refused"),
            Map.entry(InputFault.NULL_REFUSED, "generated/schedule/command/null"),
            Map.entry(InputFault.TEXT_AS_NUMBER, "generated/schedule/priority/refused"),
            Map.entry(InputFault.UNKNOWN_FIELD_REFUSED, "generated/create-codebase/unknown-field"),
            Map.entry(TransactionFault.BRANCHES_ADDED, "api/submit-result/201/replaces-branches"));

    private static FunctionalStage stage;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        stage = new FunctionalStage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    /** Of each kind of finding the first fault that is there for it. */
    static Collection<FunctionalFault> oneForEachKind() {
        Map<String, FunctionalFault> first = new LinkedHashMap<>();
        FunctionalFault.all().forEach(fault -> {
            String plainest = fault.findings().get(0);
            first.putIfAbsent(plainest.substring(plainest.indexOf('/') + 1), fault);
        });
        return first.values();
    }

    static List<FunctionalFault> theOthers() {
        Collection<FunctionalFault> first = oneForEachKind();
        return FunctionalFault.all().stream()
                .filter(fault -> !first.contains(fault))
                .toList();
    }

    @Test
    void withoutFaultNothingIsFound() {
        assertThat(found(stage.play(CORE, folder.resolve("run")))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oneForEachKind")
    void theFirstOfEachKindIsFoundAsWhatItDeclares(FunctionalFault fault) {
        assertThat(foundOf(fault)).isEqualTo(new TreeSet<>(fault.findings()));
    }

    @Tag("proof")
    @ParameterizedTest
    @MethodSource("theOthers")
    void eachOtherIsFoundAsWhatItDeclares(FunctionalFault fault) {
        assertThat(foundOf(fault)).isEqualTo(new TreeSet<>(fault.findings()));
    }

    @Tag("proof")
    @Test
    void aDefectOfEveryAnswerLeavesLittleThatIsMatched() {
        List<Check> uncut = CATALOGUE.stream().filter(check -> !isCut(check)).toList();
        Result result = stage.play(uncut, folder.resolve("run"), TraceFault.ANSWER_TRACE_DROPPED);

        assertThat(result.gates())
                .filteredOn(gate -> gate.id().equals("coverage.interactions"))
                .extracting(Gate::verdict)
                .containsExactly(Verdict.FAIL);
    }

    @Test
    void aDefectThatBothHaveIsFoundByTheContractAlone() {
        Result result = stage.playAlike(
                touchedBy(AnswerFault.LOCATION_MISSING), folder.resolve("run"), AnswerFault.LOCATION_MISSING);

        assertThat(found(result)).containsExactly("api.conformance/header");
    }

    /** Publications that nobody was told the id of have no counterpart, neither as rows nor as messages. */
    @Test
    void aWorkflowThatNeitherCompletesIsFound() {
        List<Check> workflows = CORE.stream()
                .filter(check -> check.suite().equals("workflow.complete"))
                .toList();
        Result result = stage.playAlike(workflows, folder.resolve("run"), BodyFault.PUBLICATION_NOT_NAMED);

        assertThat(found(result))
                .containsExactly(
                        "api.conformance/schema",
                        "messages.exactly-once/message-missing",
                        "messages.exactly-once/message-uncaused",
                        "schema.compatibility/missing-required-field",
                        "workflow.complete/extra",
                        "workflow.complete/missing",
                        "workflow.complete/workflow-not-completed");
    }

    /**
     * For faults of answers and data what is about the operations that they touch, or looks at them in the end; and what
     * touches them of the suite that the fault is there for; of every other suite the first check that does. Servers are taken out of reach only for faults of errors.
     */
    static List<Check> touchedBy(FunctionalFault fault) {
        String suite = fault.findings().get(0).split("/")[0];
        String other = OTHERWISE_UNSEEN.getOrDefault(fault, "");
        Set<String> others = new HashSet<>();
        return CATALOGUE.stream()
                .filter(check -> check.core() || check.id().equals(other))
                .filter(check -> suite.equals("errors.propagation") || !isCut(check))
                .filter(touches(fault))
                .filter(check -> check.id().equals(other)
                        || (check.suite().equals(API) && isOfAnswersOrData(suite)
                                ? isAbout(check, fault)
                                : check.suite().equals(suite) || others.add(check.suite())))
                .toList();
    }

    private static boolean isOfAnswersOrData(String suite) {
        return suite.startsWith("api.") || suite.startsWith("schema.") || suite.startsWith("data.");
    }

    private static boolean isAbout(Check check, FunctionalFault fault) {
        List<String> operations = check.steps().stream()
                .map(step -> step instanceof Send send ? send.operation() : "")
                .toList();
        return check.id().startsWith("rule/")
                || fault.operations().contains(check.id().split("/")[1])
                || fault.operations().contains(operations.get(operations.size() - 1));
    }

    private static boolean isCut(Check check) {
        return check.steps().stream().anyMatch(Step.Cut.class::isInstance);
    }

    private static Predicate<Check> touches(FunctionalFault fault) {
        return check -> fault.operations().isEmpty()
                || check.steps().stream()
                        .anyMatch(step ->
                                step instanceof Send send && fault.operations().contains(send.operation()));
    }

    /** Stand-ins of this JVM that have not done something within a second never will. */
    private static Check impatient(Check check) {
        return new Check(
                check.id(),
                check.suite(),
                check.core(),
                check.casts(),
                check.steps().stream()
                        .map(PlantedFunctionalDefectsIT::impatient)
                        .toList());
    }

    private static Step impatient(Step step) {
        return step instanceof Send send && send.until().isPresent()
                ? send.until(send.until().get().pointer(), send.until().get().value(), Duration.ofSeconds(1))
                : step;
    }

    private Set<String> foundOf(FunctionalFault fault) {
        return found(stage.play(touchedBy(fault), folder.resolve("run"), fault));
    }

    /** Findings as suite and kind. */
    private static Set<String> found(Result result) {
        return result.findings().stream()
                .map(finding -> finding.suite() + "/" + finding.kind())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

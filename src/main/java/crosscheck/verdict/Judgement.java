package crosscheck.verdict;

import crosscheck.RunError;
import crosscheck.compare.Ledger;
import crosscheck.configuration.Thresholds;
import crosscheck.observation.Event;
import crosscheck.observation.Plan;
import crosscheck.observation.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From a run folder to its result, a pure function of the facts in it: facts are summed up into figures, every known gate
 * is asked or skipped, and the gravest answer is the run's.
 */
public final class Judgement {
    private static final int NAMED = 3;
    private static final Map<Event.Kind, RunError.Cause> CAUSES = Map.of(
            Event.Kind.ENVIRONMENT_FAILED, RunError.Cause.ENVIRONMENT,
            Event.Kind.HARNESS_FAILED, RunError.Cause.HARNESS);

    private static final Pattern GROWTH = Pattern.compile(".*\\.(leak|gross-growth)");
    private static final String NO_GROWTH =
            "processes of several runs do not go on from each other: each of the merged runs answers for itself";

    private Judgement() {}

    /** Judges by the limits and gates of the run's own plan. */
    public static Result of(RunFolder folder) {
        Plan plan = Plan.read(folder.plan());
        return of(folder, plan, plan.thresholds(), plan.askedGates(), folder.ledger());
    }

    /** Judges by other limits than the plan's. */
    public static Result of(RunFolder folder, Thresholds thresholds, List<String> askedGates) {
        return of(folder, thresholds, askedGates, folder.ledger());
    }

    /** Judges by another ledger as well; by none where there is no such file. */
    public static Result of(RunFolder folder, Thresholds thresholds, List<String> askedGates, Path ledger) {
        return of(folder, Plan.read(folder.plan()), thresholds, askedGates, ledger);
    }

    private static Result of(RunFolder folder, Plan plan, Thresholds thresholds, List<String> askedGates, Path ledger) {
        Evidence evidence = Evidence.read(folder, plan, thresholds);
        RunHealth health = RunHealth.of(evidence);
        ResponseTimes times = ResponseTimes.of(evidence);
        List<Parity> parities = Parity.of(times);
        Functional functional = Functional.read(folder, plan);
        List<Finding> findings = findings(ledger, plan, evidence, functional);
        AskedGates asked = new AskedGates(askedGates);
        String notAsked = "not asked by profile " + plan.profile();
        BaselineGates baseline = BaselineGates.of(folder, evidence, health);
        ResourceUse use = new ResourceUse(evidence);
        Leaks leaks = new Leaks(evidence, use);
        List<Gate> gates = Stream.concat(
                        questions(evidence, health, times, parities, functional, findings, leaks).stream(),
                        baseline.questions().stream())
                .map(question -> answered(question, asked, notAsked, folder.isMerged()))
                .toList();
        long unasked =
                gates.stream().filter(gate -> gate.reason().equals(notAsked)).count();
        Optional<Event> broken = evidence.events().stream()
                .filter(event -> CAUSES.containsKey(event.kind()))
                .findFirst();
        Verdict verdict = broken.isPresent() ? Verdict.ERROR : combined(gates);
        return new Result(
                Result.SCHEMA,
                verdict,
                broken.map(event -> CAUSES.get(event.kind())).orElse(null),
                gates,
                findings,
                headline(verdict, gates, plan.profile(), unasked),
                broken.map(Event::text).orElse(null),
                folder.plan().getFileName().toString(),
                Measurements.of(evidence),
                parities.stream()
                        .map(Parity::comparison)
                        .filter(comparison -> comparison.pairs() > 0)
                        .toList(),
                new ResourceSummaries(evidence, use, leaks).all(),
                functional.interactions(),
                functional.checks(findings),
                new CapacityGate(evidence, health).capacity().orElse(null),
                baseline.baseline().orElse(null));
    }

    private static Gate answered(Question question, AskedGates asked, String notAsked, boolean merged) {
        if (!asked.asks(question.id())) {
            return question.skip(notAsked);
        }
        return merged && GROWTH.matcher(question.id()).matches() ? question.skip(NO_GROWTH) : question.ask();
    }

    private static List<Finding> findings(Path file, Plan plan, Evidence evidence, Functional functional) {
        List<Finding> all = new ArrayList<>(functional.findings());
        all.addAll(LoadFindings.of(evidence));
        Ledger ledger = Files.exists(file) ? Ledger.read(file) : Ledger.empty();
        LocalDate today = LocalDate.ofInstant(plan.epoch(), ZoneOffset.UTC);
        return Acceptance.apply(ledger, all, functional.comparedOperations(), today);
    }

    private static List<Question> questions(
            Evidence evidence,
            RunHealth health,
            ResponseTimes times,
            List<Parity> parities,
            Functional functional,
            List<Finding> findings,
            Leaks leaks) {
        List<Question> questions = new ArrayList<>();
        questions.addAll(
                new FindingGates(evidence.plan(), evidence.thresholds().coverage(), functional, findings).questions());
        questions.addAll(new LoadGates(evidence, health).questions());
        questions.addAll(new ResponseTimeGates(evidence, health, times, parities).questions());
        questions.addAll(new InvariantGates(evidence).questions());
        questions.addAll(new ResourceGates(evidence, leaks.use()).questions());
        questions.addAll(new LeakGates(evidence, leaks).questions());
        questions.add(new CapacityGate(evidence, health).question());
        questions.addAll(new LimitGates(evidence, leaks.use()).questions());
        questions.addAll(new RunGates(evidence, health, functional.compared()).questions());
        return questions;
    }

    private static Verdict combined(List<Gate> gates) {
        return gates.stream()
                .map(Gate::verdict)
                .filter(verdict -> verdict != Verdict.SKIPPED)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.INCONCLUSIVE);
    }

    private static String headline(Verdict verdict, List<Gate> gates, String profile, long unasked) {
        List<String> decisive = gates.stream()
                .filter(gate -> gate.verdict() == verdict && verdict != Verdict.PASS)
                .map(gate -> gate.implementation() == null ? gate.id() : gate.id() + " of " + gate.implementation())
                .toList();
        String named = decisive.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = decisive.size() > NAMED ? " and " + (decisive.size() - NAMED) + " more" : "";
        return verdict.id() + (named.isEmpty() ? "" : ": " + named + more) + " (" + profile + ": " + unasked
                + " gates not asked)";
    }
}

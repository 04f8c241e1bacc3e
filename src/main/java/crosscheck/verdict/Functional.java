package crosscheck.verdict;

import crosscheck.check.PlayedCheck;
import crosscheck.check.PlayedChecks;
import crosscheck.compare.FindingId;
import crosscheck.compare.SchemaCompatibility;
import crosscheck.compare.SchemaDifference;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.Json;
import crosscheck.messaging.Breach;
import crosscheck.messaging.Deliveries;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedCheck;
import crosscheck.observation.PlannedCheck.PlannedStep;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.ChainComparison.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was compared in full came to: the functional checks, judged check by check, so that no more than one is in memory, and the
 * sample of answers under load.
 */
final class Functional {
    private final Contract contract = Contract.load();
    private final ChainRules rules = new ChainRules(contract);
    private final SchemaCompatibility schemas = new SchemaCompatibility(contract);
    private final Map<String, String> schemaExamples = new HashMap<>();
    private ChainComparison comparison;
    private final FindingBook book;
    private final CheckBook checkBook;
    private final LoadComparison load;
    private final Set<FindingId> sighted = new LinkedHashSet<>();
    private final Coverage coverage;
    private final Map<String, PlannedCheck> left = new LinkedHashMap<>();
    private final Map<String, Long> compared = new HashMap<>();
    private final Map<PlannedCheck, String> notPlayed = new LinkedHashMap<>();
    private final Set<PlannedCheck> played = new HashSet<>();
    private final Map<Implementation, Long> successes = new EnumMap<>(Implementation.class);
    private final Set<String> operations = new TreeSet<>();
    private long exchanges;
    private long messages;

    private Functional(Plan plan, List<PlannedCheck> checks) {
        book = new FindingBook(new Curl(plan.targets()));
        checkBook = new CheckBook(checks);
        load = new LoadComparison(contract, book::add);
        coverage = new Coverage(contract, plan.suites(), checks);
        checks.forEach(check -> left.put(check.id(), check));
        checks.forEach(check -> check.steps().forEach(step -> operations.add(step.operation())));
    }

    static Functional read(RunFolder folder, Plan plan) {
        List<RunFolder> parts = folder.compared();
        Functional functional = new Functional(plan, PlayedChecks.planned(parts.get(0)));
        for (RunFolder part : parts) {
            Plan own = folder.isMerged() ? Plan.read(part.plan()) : plan;
            functional.comparison = functional.comparedFrom(own.epoch());
            PlayedChecks.forEachCheck(part, functional::judge);
            functional.load.compare(part, own);
        }
        functional.finish();
        return functional;
    }

    /** What was stamped is compared by the clock of the run that saw it. */
    private ChainComparison comparedFrom(Instant epoch) {
        return new ChainComparison(contract, epoch);
    }

    /** Every finding; none is accepted yet. */
    List<Finding> findings() {
        return book.findings();
    }

    /** @param findings every finding of the run, accepted or not */
    List<CheckOutcome> checks(List<Finding> findings) {
        return checkBook.outcomes(findings);
    }

    List<Interaction> interactions() {
        return coverage.interactions();
    }

    /**
     * Operations that were compared wherever a run can compare them: every check was played by all of its casts, and those that
     * can be compared under load were.
     */
    Set<String> comparedOperations() {
        return operations.stream()
                .filter(operation -> !LoadComparison.COMPARABLE.contains(operation)
                        || load.operations().contains(operation))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Pairs of casts that were compared, of the suite's checks. */
    long compared(String suite) {
        return compared.getOrDefault(suite, 0L);
    }

    /** Pairs of casts that were compared. */
    long compared() {
        return compared.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Pairs of answers under load that were compared. */
    long comparedUnderLoad() {
        return load.compared();
    }

    /** How many checks of such suites were not played by all of their casts, and why; empty where all were. */
    String notPlayed(Predicate<String> suites) {
        List<String> reasons = notPlayed.entrySet().stream()
                .filter(check -> suites.test(check.getKey().suite()) && !played.contains(check.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (reasons.isEmpty()) {
            return "";
        }
        String why = reasons.stream().distinct().collect(Collectors.joining(", "));
        return reasons.size() == 1 ? "one check not played: " + why : reasons.size() + " checks not played: " + why;
    }

    /** Requests that the side answered with success. */
    long successes(Implementation side) {
        return successes.getOrDefault(side, 0L);
    }

    long exchanges() {
        return exchanges;
    }

    long messages() {
        return messages;
    }

    private void judge(List<PlayedCheck> chains) {
        PlannedCheck check = chains.get(0).check();
        left.remove(check.id());
        sighted.clear();
        List<Side> sides = chains.stream()
                .filter(PlayedCheck::played)
                .map(chain -> new Side(chain, Deliveries.of(chain, contract)))
                .toList();
        if (sides.size() < check.casts().size()) {
            String reason = chains.stream()
                    .filter(chain -> !chain.played())
                    .map(chain -> chain.run().ended())
                    .findFirst()
                    .orElse("not every cast played it");
            missed(check, reason);
        } else {
            played.add(check);
        }
        Map<String, List<Sighting>> sightings = new LinkedHashMap<>();
        sides.forEach(side -> sightings.put(cast(side), alone(side)));
        List<Side> others = sides.stream()
                .filter(side -> !cast(side).equals(check.reference()))
                .toList();
        sides.stream()
                .filter(side -> cast(side).equals(check.reference()))
                .forEach(reference -> others.forEach(other -> pair(reference, other, sightings)));
        workflowsNotCompleted(check, sides);
        checkBook.played(check, chains, sighted);
    }

    private void see(Sighting sighting) {
        book.add(sighting);
        sighted.add(sighting.id(""));
    }

    private List<Sighting> alone(Side side) {
        PlayedCheck chain = side.chain();
        exchanges += chain.exchanges().size();
        messages += chain.messages().size();
        chain.exchanges().stream()
                .filter(exchange -> exchange.status() / 100 == 2)
                .forEach(exchange -> successes.merge(exchange.implementation(), 1L, Long::sum));
        List<Sighting> found = rules.breaches(chain, side.messages()).stream()
                .map(breach -> Sighting.of(breach, chain.check().id()))
                .toList();
        found.forEach(this::see);
        return found;
    }

    private void pair(Side reference, Side other, Map<String, List<Sighting>> alone) {
        boolean swapped = cast(reference).equals(Implementation.RUST.id());
        List<Sighting> differences =
                swapped ? comparison.compare(other, reference) : comparison.compare(reference, other);
        differences.forEach(this::see);
        PlannedCheck check = reference.chain().check();
        compared.merge(check.suite(), 1L, Long::sum);
        observeSchemas(reference.chain(), other.chain());
        List<Sighting> all = new ArrayList<>(differences);
        all.addAll(alone.get(cast(reference)));
        all.addAll(alone.get(cast(other)));
        Set<String> sound = sound(reference.chain(), other.chain(), all);
        coverage.add(reference.chain(), reference.messages().deliveries(), sound);
        coverage.add(other.chain(), other.messages().deliveries(), sound);
    }

    /** The steps that both took and in which nothing gating was seen. */
    private static Set<String> sound(PlayedCheck reference, PlayedCheck other, List<Sighting> seen) {
        Set<String> steps = reference.check().steps().stream()
                .map(PlannedStep::name)
                .filter(step -> reference.exchange(step).isPresent()
                        && other.exchange(step).isPresent())
                .collect(Collectors.toCollection(HashSet::new));
        for (Sighting sighting : seen) {
            if (sighting.gates()) {
                remove(steps, sighting.pythonExchange());
                remove(steps, sighting.rustExchange());
            }
        }
        return steps;
    }

    private static void remove(Set<String> steps, ExchangeRecord exchange) {
        if (exchange != null) {
            steps.remove(exchange.step());
        }
    }

    /** Of each request as many answers of the one as of the other: in a mix some steps are the reference's own. */
    private void observeSchemas(PlayedCheck reference, PlayedCheck other) {
        for (ExchangeRecord exchange : reference.exchanges()) {
            Optional<ExchangeRecord> counterpart = other.exchange(exchange.step())
                    .filter(ExchangeRecord::answered)
                    .filter(answer -> answer.implementation() != exchange.implementation());
            if (exchange.answered() && counterpart.isPresent()) {
                observeSchema(exchange);
                observeSchema(counterpart.get());
            }
        }
    }

    private void observeSchema(ExchangeRecord exchange) {
        if (exchange.operation().isEmpty()) {
            return;
        }
        try {
            Json body = Json.parse(exchange.body());
            schemas.observe(exchange.implementation(), exchange.operation(), exchange.status(), body.root());
            schemaExamples.putIfAbsent(exchange.operation() + " " + exchange.status(), exchange.check());
        } catch (Json.Malformed e) {
            // No schema follows from it; that it is no JSON is told by conformance.
        }
    }

    /** Where a side differs it is told as a difference; that none completes a workflow, only here. */
    private void workflowsNotCompleted(PlannedCheck check, List<Side> sides) {
        boolean none = !sides.isEmpty()
                && sides.stream().noneMatch(side -> side.chain().run().ended().isEmpty());
        if (!none || !check.suite().equals("workflow.complete")) {
            return;
        }
        for (Side side : sides) {
            PlayedCheck chain = side.chain();
            ExchangeRecord last = chain.exchanges().get(chain.exchanges().size() - 1);
            Breach breach = new Breach(
                    check.suite(),
                    last.operation(),
                    RunKind.WORKFLOW_NOT_COMPLETED,
                    "",
                    chain.run().ended(),
                    "a workflow comes to its end",
                    last);
            see(Sighting.of(breach, check.id()));
        }
    }

    private void finish() {
        left.values().forEach(check -> missed(check, "the run was over before"));
        for (SchemaDifference difference : schemas.differences()) {
            String status = difference.status() + (difference.path().isEmpty() ? "" : " ");
            String document = difference.document() == null ? "nothing" : difference.document();
            book.add(new Sighting(
                    "schema.compatibility",
                    difference.operation(),
                    difference.kind(),
                    status + difference.path(),
                    status + difference.path(),
                    false,
                    true,
                    difference.python(),
                    difference.rust(),
                    "schemas of both are the same, and the document's, which says: " + document,
                    schemaExamples.get(difference.operation() + " " + difference.status()),
                    null,
                    null));
        }
    }

    private void missed(PlannedCheck check, String reason) {
        coverage.missed(check, reason);
        checkBook.missed(check, reason);
        notPlayed.putIfAbsent(check, reason);
        check.steps().forEach(step -> operations.remove(step.operation()));
    }

    private static String cast(Side side) {
        return side.chain().run().cast();
    }
}

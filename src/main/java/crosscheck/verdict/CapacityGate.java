package crosscheck.verdict;

import static crosscheck.verdict.Numbers.plain;
import static java.lang.String.format;

import crosscheck.capacity.Capacity;
import crosscheck.capacity.Estimate;
import crosscheck.capacity.Findings;
import crosscheck.capacity.Limits;
import crosscheck.capacity.Played;
import crosscheck.capacity.Program;
import crosscheck.capacity.Step;
import crosscheck.observation.Phase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** {@code capacity.ratio}: how many times as many arrivals rust holds as python. */
record CapacityGate(Evidence evidence, RunHealth health) {
    Question question() {
        double limit = evidence.thresholds().capacity().ratio();
        return new Question("capacity.ratio", "capacity", null, "≥ " + plain(limit), "ratio", () -> answer(limit));
    }

    /** What was found; empty where the simulation did not search. */
    Optional<Capacity> capacity() {
        return Optional.ofNullable(evidence.plan().capacity()).map(settings -> findings()
                .capacity(evidence.capacity().stream()
                        .collect(Collectors.toMap(phase -> phase.phase().index(), CapacityPhase::violations))));
    }

    private Findings findings() {
        List<Played> played = evidence.capacity().stream()
                .map(phase -> on(phase.phase(), phase.played()))
                .toList();
        return new Findings(
                Program.of(evidence.plan().capacity(), evidence.thresholds()),
                Limits.of(evidence.thresholds(), evidence.plan().capacity()),
                evidence.thresholds().run().lateShare(),
                played,
                evidence.plan().host().cores());
    }

    private Answer answer(double limit) {
        Optional<Capacity> found = capacity();
        if (found.isEmpty()) {
            return Answer.skipped("this simulation does not search for capacity");
        }
        Capacity capacity = found.get();
        long samples = capacity.sides().stream()
                .flatMap(side -> side.search().steps().stream())
                .mapToLong(Step::requests)
                .sum();
        Estimate ratio = capacity.ratio();
        boolean reached = ratio != null && ratio.lower() >= limit;
        Optional<String> remark = capacity.sides().stream()
                .filter(side -> !side.search().remark().isEmpty())
                .filter(side -> !reached || !isAtLeast(side))
                .map(side -> side.implementation() + ": " + side.search().remark())
                .findFirst();
        if (ratio == null || remark.isPresent()) {
            return Answer.inconclusive(
                    ratio == null ? null : ratio.value(), samples, remark.orElse("the search found no answer"));
        }
        String said = said(capacity);
        if (reached || ratio.upper() < limit) {
            return Answer.of(reached, ratio.value(), samples, said).unless(health.searchDoubt(evidence));
        }
        return Answer.inconclusive(ratio.value(), samples, "cannot be told from " + plain(limit) + ": " + said);
    }

    private static boolean isAtLeast(Capacity.Side side) {
        return side.search().capacity() != null && side.search().capacity().upper() == null;
    }

    private String said(Capacity capacity) {
        String sides = capacity.sides().stream()
                .map(side ->
                        side.implementation() + " holds " + said(side.search().capacity(), "%.0f") + "/s")
                .collect(Collectors.joining(", "));
        boolean shared = capacity.sides().stream().anyMatch(side -> findings().alone(side.implementation()) > 1);
        return sides + ": " + said(capacity.ratio(), "%.2f") + " times"
                + (shared ? "; the host was used up, so the interval allows for what the generator took of it" : "");
    }

    private String said(Estimate estimate, String form) {
        double confidence = 100 * evidence.thresholds().confidence();
        return estimate.upper() == null
                ? format(Locale.ROOT, "at least " + form, estimate.lower())
                : format(
                        Locale.ROOT,
                        form + " (%.0f %% interval " + form + " to " + form + ")",
                        estimate.value(),
                        confidence,
                        estimate.lower(),
                        estimate.upper());
    }

    /** With what the host was busy with meanwhile. */
    private Played on(Phase phase, Played played) {
        HarnessWindow window = window(phase);
        OptionalDouble busy = window.hostBusy();
        return window.isObserved() && busy.isPresent()
                ? played.on(busy.getAsDouble(), window.generatorCpu() * window.cores())
                : played;
    }

    private HarnessWindow window(Phase phase) {
        return HarnessWindow.of(
                phase, evidence.harness(), evidence.plan().host().cores());
    }
}

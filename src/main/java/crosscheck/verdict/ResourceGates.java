package crosscheck.verdict;

import static crosscheck.verdict.Numbers.plain;
import static java.lang.String.format;

import crosscheck.configuration.Thresholds;
import crosscheck.contract.Implementation;
import crosscheck.sampling.trend.GrossGrowth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code memory.ratio} and the coarse ceilings {@code memory.gross-growth} and {@code connections.gross-growth}. */
record ResourceGates(Evidence evidence, ResourceUse use) {
    private static final String SUITE = "resources";

    List<Question> questions() {
        Thresholds limits = evidence.thresholds();
        List<Question> questions = new ArrayList<>();
        questions.add(new Question(
                "memory.ratio", SUITE, null, "≤ " + plain(limits.memory().ratio()), "ratio", () -> memoryRatio()
                        .unless(Evidence.unfinished(evidence.phases().stream()).or(evidence::unloaded))));
        for (Implementation side : evidence.implementations()) {
            questions.add(growth(
                    "memory.gross-growth", side, use.memory(), limits.memory().grossGrowthMib()));
            questions.add(growth(
                    "connections.gross-growth",
                    side,
                    Quantity.CONNECTIONS,
                    limits.connections().grossGrowth()));
        }
        return questions;
    }

    private Answer memoryRatio() {
        if (evidence.implementations().size() < 2) {
            return Answer.skipped("only one side was driven");
        }
        Quantity memory = use.memory();
        Optional<Answer> absence = Stream.of(Implementation.values())
                .flatMap(side -> use.absence(memory, side).stream())
                .findFirst();
        List<Ratio.Pair> pairs = BlockPair.of(evidence).stream()
                .filter(pair -> !use.values(memory, pair.python()).isEmpty()
                        && !use.values(memory, pair.rust()).isEmpty())
                .map(pair ->
                        new Ratio.Pair(mean(use.values(memory, pair.python())), mean(use.values(memory, pair.rust()))))
                .toList();
        if (absence.isPresent() || pairs.isEmpty()) {
            return absence.orElseGet(() -> Answer.inconclusive(null, 0, "no pair of blocks was sampled"));
        }
        Ratio ratio = Ratio.of(pairs, evidence.thresholds().confidence());
        long samples = Stream.of(Implementation.values())
                .mapToLong(side -> use.values(memory, side).size())
                .sum();
        return Answer.of(
                ratio.mean() <= evidence.thresholds().memory().ratio(),
                ratio.mean(),
                samples,
                format(
                        Locale.ROOT,
                        "%s: rust held %.2f times what python held (%.0f %% interval %.3f to %.3f, %d pairs of blocks)",
                        memory,
                        ratio.mean(),
                        100 * evidence.thresholds().confidence(),
                        ratio.lower(),
                        ratio.upper(),
                        ratio.pairs()));
    }

    private Question growth(String id, Implementation side, Quantity quantity, double limit) {
        return new Question(id, SUITE, side, "≤ " + plain(limit), quantity.unit(), () -> growth(side, quantity, limit)
                .unless(Evidence.unfinished(evidence.phases(side)))
                .passUnless(evidence.unloaded(side)));
    }

    /** From the first to the last block of the load that the plan begins with. */
    private Answer growth(Implementation side, Quantity quantity, double limit) {
        Optional<Answer> absence = use.absence(quantity, side);
        if (absence.isPresent()) {
            return absence.get();
        }
        List<PhaseFigures> alike = evidence.phases(side)
                .filter(phase -> phase.planned()
                        .loads()
                        .equals(evidence.phases(side)
                                .findFirst()
                                .orElseThrow()
                                .planned()
                                .loads()))
                .filter(phase -> !use.values(quantity, phase).isEmpty())
                .toList();
        long samples = alike.stream()
                .mapToLong(phase -> use.values(quantity, phase).size())
                .sum();
        if (alike.size() < 2) {
            return Answer.inconclusive(null, samples, "growth needs two sampled blocks of the same load");
        }
        double growth = GrossGrowth.between(
                        use.measurements(quantity, alike.get(0)),
                        use.measurements(quantity, alike.get(alike.size() - 1)))
                .orElseThrow();
        return Answer.of(
                growth <= limit,
                growth,
                samples,
                format(
                        Locale.ROOT,
                        "from the first block to the last the median changed by %.1f %s",
                        growth,
                        quantity.unit()));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}

package crosscheck.verdict;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A result, asked by gate and side: {@code "load.queue-assignment.p95 rust"}, {@code "memory.ratio both"}. */
record Judged(Result result) {

    static Judged of(MadeUpRun run, Path folder) {
        return new Judged(Judgement.of(run.write(folder)));
    }

    TreeSet<String> gates(Verdict verdict) {
        return result.gates().stream()
                .filter(gate -> gate.verdict() == verdict)
                .map(Judged::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Gate gate(String named) {
        return result.gates().stream()
                .filter(gate -> named(gate).equals(named))
                .findFirst()
                .orElseThrow();
    }

    private static String named(Gate gate) {
        return gate.id() + " " + (gate.implementation() == null ? "both" : gate.implementation());
    }
}

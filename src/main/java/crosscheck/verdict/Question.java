package crosscheck.verdict;

import crosscheck.contract.Implementation;
import java.util.function.Supplier;

/**
 * A gate before it is judged.
 *
 * @param implementation whose, or {@code null} for a gate on the relation of both
 * @param answer judges the evidence; only called where the gate is asked
 */
record Question(
        String id,
        String suite,
        Implementation implementation,
        String threshold,
        String unit,
        Supplier<Answer> answer) {

    Gate ask() {
        return gate(answer.get());
    }

    Gate skip(String reason) {
        return gate(Answer.skipped(reason));
    }

    private Gate gate(Answer given) {
        return new Gate(
                id,
                suite,
                implementation,
                given.verdict(),
                given.observed(),
                threshold,
                unit,
                given.samples(),
                given.reason());
    }
}

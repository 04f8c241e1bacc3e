package crosscheck.verdict;

import crosscheck.RunError;
import crosscheck.baseline.Baseline;
import crosscheck.capacity.Capacity;
import java.util.List;

/**
 * The answer of a run with its evidence; written as {@code result.json}, see {@code ResultFile}.
 *
 * @param schema {@link #SCHEMA}
 * @param verdict of the run
 * @param cause what has to be put right where the verdict is {@link Verdict#ERROR}, else {@code null}
 * @param gates every known gate, in the order of the gate table
 * @param findings differences and broken promises
 * @param headline the answer in one line
 * @param message what went wrong, for the person at the console; {@code null} unless the verdict is an error
 * @param plan file name of the plan beside the result; {@code null} where the run failed before it had one
 * @param measurements per implementation and scenario: first all its operations together, then, where a scenario has
 *     several, each operation
 * @param comparisons response times of both sides, operation by operation
 * @param resources per implementation
 * @param interactions what the functional checks covered, and what not
 * @param checks what each functional check came to
 * @param capacity what each side holds at most; {@code null} where the simulation did not ask
 * @param baseline this run held against those of before; {@code null} where there are none
 */
public record Result(
        String schema,
        Verdict verdict,
        RunError.Cause cause,
        List<Gate> gates,
        List<Finding> findings,
        String headline,
        String message,
        String plan,
        List<Measurement> measurements,
        List<Comparison> comparisons,
        List<ResourceSummary> resources,
        List<Interaction> interactions,
        List<CheckOutcome> checks,
        Capacity capacity,
        Baseline baseline) {

    public static final String SCHEMA = "crosscheck/result/1";

    private static final int NOT_PASSED = 2;

    /** The result of a run that could not judge. */
    public static Result error(RunError.Cause cause, String message) {
        String headline = "error: " + message.lines().findFirst().orElse(cause.id());
        return new Result(
                SCHEMA,
                Verdict.ERROR,
                cause,
                List.of(),
                List.of(),
                headline,
                message,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    /** What a command ends with that has it: as a run does, where a gate that is not passed is Gatling's 2. */
    public int exitCode() {
        if (cause != null) {
            return cause.exitCode();
        }
        return verdict == Verdict.PASS ? 0 : NOT_PASSED;
    }

    /** What the console's last line says after {@code crosscheck: }, for example {@code error/environment}. */
    public String lastLine() {
        return cause == null ? verdict.id() : verdict.id() + "/" + cause.id();
    }
}

package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;

import crosscheck.verdict.Gate;
import crosscheck.verdict.Verdict;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.function.Function;

/**
 * Gates as assertions of Gatling's own: each is a request of its name that succeeds when the gate is passed, and an
 * assertion that it did not fail. So the build fails with the gate, and Gatling's page shows it.
 */
public final class Gates {
    private Gates() {}

    /** @param judged answers, once all load is over, the gate of the same id and implementation */
    public static ChainBuilder judged(List<Gate> asked, Function<Gate, Verdict> judged) {
        return exec(asked.stream()
                .map(gate -> exec(dummy(name(gate), 1).withSuccess(session -> passes(judged.apply(gate)))))
                .toList());
    }

    public static List<Assertion> assertions(List<Gate> asked) {
        return asked.stream()
                .map(gate -> details(name(gate)).failedRequests().count().is(0L))
                .toList();
    }

    private static boolean passes(Verdict verdict) {
        return verdict == Verdict.PASS || verdict == Verdict.SKIPPED;
    }

    private static String name(Gate gate) {
        return "gate: " + gate.id() + (gate.implementation() == null ? "" : " [" + gate.implementation() + "]");
    }
}

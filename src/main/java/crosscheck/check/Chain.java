package crosscheck.check;

import crosscheck.check.Step.Send;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A check in the making; each method gives a new one. */
public record Chain(String id, String suite, boolean inCore, List<Cast> casts, List<Step> steps) {
    private static final Duration PROPAGATION = Duration.ofSeconds(5);

    /** A check that each implementation plays alone. */
    public static Chain of(String suite, String id) {
        return new Chain(id, suite, false, Cast.EACH, List.of());
    }

    public Chain core() {
        return new Chain(id, suite, true, casts, steps);
    }

    public Chain playedBy(List<Cast> others) {
        return new Chain(id, suite, inCore, List.copyOf(others), steps);
    }

    public Chain then(List<? extends Step> more) {
        return new Chain(
                id,
                suite,
                inCore,
                casts,
                Stream.concat(steps.stream(), more.stream()).toList());
    }

    public Chain then(Step... more) {
        return then(List.of(more));
    }

    /** Asks the last step's request again until the answer has this value there. */
    public Chain until(String pointer, String value) {
        return last(step -> step.until(pointer, value, PROPAGATION));
    }

    /** The database holds back the commit of the last step's request. */
    public Chain holdingTheCommit() {
        return last(Send::holdingTheCommit);
    }

    public Check check() {
        return new Check(id, suite, inCore, casts, steps);
    }

    private Chain last(UnaryOperator<Send> change) {
        List<Step> changed = new ArrayList<>(steps);
        changed.add(change.apply((Send) changed.remove(changed.size() - 1)));
        return new Chain(id, suite, inCore, casts, List.copyOf(changed));
    }
}

package crosscheck.phase;

import crosscheck.observation.LoadExchange;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The answers of a judged phase that are kept whole. What they are about decides, so that the same plan keeps the same items
 * on both sides: every one, or every n-th where more than {@value #ITEMS} are planned.
 */
final class AnswerSample {
    private static final int ITEMS = 500;

    /** More than a phase as planned keeps; how often a closed load goes round is not known beforehand. */
    private static final int MOST = 2_000;

    private static final Set<Phase.Kind> JUDGED = EnumSet.of(Phase.Kind.LOAD, Phase.Kind.JOURNEY);

    private final boolean judged;
    private final long every;
    private final BlockingQueue<LoadExchange> kept = new ArrayBlockingQueue<>(MOST);

    AnswerSample(PlannedPhase plan) {
        judged = JUDGED.contains(plan.kind());
        double arrivals = plan.loads().stream()
                .mapToDouble(load -> Math.max(load.rate(), load.users()) * load.seconds())
                .sum();
        every = Math.max(1, Math.round(arrivals / ITEMS));
    }

    boolean wants(long item) {
        return judged && item > 0 && item % every == 0 && kept.remainingCapacity() > 0;
    }

    void add(LoadExchange exchange) {
        kept.offer(exchange);
    }

    List<LoadExchange> kept() {
        return List.copyOf(kept);
    }
}

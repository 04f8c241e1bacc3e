package crosscheck.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which times may differ between the sides: those that both minted within their own window of the same exchange, as long as
 * times of one field come in the same order on both.
 */
public final class MintedTimes {
    private record Step(Window python, Window rust) {}

    private record Pair(Instant python, Instant rust) {}

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, List<Pair>> agreed = new HashMap<>();

    /** Opens the next exchange and gives its number. */
    public int step(Window python, Window rust) {
        steps.add(new Step(python, rust));
        return steps.size() - 1;
    }

    /** Whether both times mean the same moment of the chain; {@code field} names what they are times of. */
    boolean same(String field, String python, String rust, boolean later) {
        Optional<Timestamp> p = Timestamp.parse(python);
        Optional<Timestamp> r = Timestamp.parse(rust);
        if (p.isEmpty() || r.isEmpty()) {
            return python.equals(rust);
        }
        Pair pair = new Pair(p.get().value(), r.get().value());
        if (pair.python().equals(pair.rust())) {
            return true;
        }
        if (later) {
            return !steps.isEmpty()
                    && whole(true).contains(p.get())
                    && whole(false).contains(r.get());
        }
        boolean together = steps.stream()
                .anyMatch(step -> step.python().contains(p.get()) && step.rust().contains(r.get()));
        return together && inOrder(agreed.computeIfAbsent(field, name -> new ArrayList<>()), pair);
    }

    /** What pairs times of one side before they are compared: the exchange that a time was minted in, or the time itself. */
    String moment(String text, boolean later, boolean python) {
        Optional<Timestamp> time = Timestamp.parse(text);
        if (time.isEmpty()) {
            return text;
        }
        if (later && !steps.isEmpty() && whole(python).contains(time.get())) {
            return "later";
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if ((python ? step.python() : step.rust()).contains(time.get())) {
                return "step " + i;
            }
        }
        return time.get().value().toString();
    }

    private Window whole(boolean python) {
        Step first = steps.get(0);
        Step last = steps.get(steps.size() - 1);
        return python
                ? new Window(first.python().sent(), last.python().received())
                : new Window(first.rust().sent(), last.rust().received());
    }

    private static boolean inOrder(List<Pair> earlier, Pair pair) {
        for (Pair other : earlier) {
            int p = Integer.signum(pair.python().compareTo(other.python()));
            int r = Integer.signum(pair.rust().compareTo(other.rust()));
            if (p * r < 0) {
                return false;
            }
        }
        if (!earlier.contains(pair)) {
            earlier.add(pair);
        }
        return true;
    }
}
